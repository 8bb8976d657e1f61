package org.privacyrules.report;

/** HTML that is also well-formed XML. All text and all values of attributes go through one place that escapes them. */
final class Markup {

    private final StringBuilder out = new StringBuilder();

    /** Starts an element. The names are the renderer's own; attributes are names, each followed by its value. */
    Markup open(String name, String... attributes) {
        return tag(name, ">", attributes);
    }

    /** An element without content. */
    Markup single(String name, String... attributes) {
        return tag(name, "/>", attributes);
    }

    private Markup tag(String name, String end, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
            out.append('"');
        }
        out.append(end);
        return this;
    }

    Markup close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    /** A line end for those who read the source; it stands only where a browser shows none. */
    Markup line() {
        out.append('\n');
        return this;
    }

    Markup text(String anything) {
        anything.chars().forEach(each -> out.append(escaped((char) each)));
        return this;
    }

    private static String escaped(char character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> String.valueOf(character);
        };
    }

    /** What is markup already: the library's own, never anything of a policy. */
    Markup own(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

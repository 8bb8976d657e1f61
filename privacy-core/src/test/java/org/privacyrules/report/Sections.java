package org.privacyrules.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown document as its sections; words show without the backslashes that keep them words. */
final class Sections {

    private static final Pattern ESCAPED = Pattern.compile("\\\\([^A-Za-z0-9\\s])");

    private final String markdown;

    Sections(String markdown) {
        this.markdown = ESCAPED.matcher(markdown).replaceAll("$1");
    }

    String all() {
        return markdown;
    }

    boolean has(String anchor) {
        return markdown.contains("<a id=\"" + anchor + "\"></a>");
    }

    /** From the heading with this anchor to the next of its level or above. */
    String section(String anchor) {
        Matcher start =
                Pattern.compile("(?m)^(#+) <a id=\"" + anchor + "\"></a>.*$").matcher(markdown);
        if (!start.find()) {
            throw new AssertionError("there is no section " + anchor);
        }
        String rest = markdown.substring(start.end());
        Matcher next =
                Pattern.compile("(?m)^#{1," + start.group(1).length() + "} ").matcher(rest);
        return next.find() ? rest.substring(0, next.start()) : rest;
    }

    /** What stands below a heading without anchor, as a layer has it. */
    String layer(String title) {
        int start = markdown.indexOf("# " + title + "\n");
        if (start < 0) {
            throw new AssertionError("there is no layer " + title);
        }
        int end = markdown.indexOf("\n#", start + 2);
        return markdown.substring(start, end < 0 ? markdown.length() : end);
    }
}

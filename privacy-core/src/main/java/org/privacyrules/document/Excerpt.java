package org.privacyrules.document;

/** A piece of a document that may stand in a message: short, on one line, without characters that steer a terminal. */
final class Excerpt {

    static final int LENGTH = 60;

    private static final String CUT = "...";

    private Excerpt() {}

    static String of(String text) {
        boolean fits = text.codePoints().limit(LENGTH + 1L).count() <= LENGTH;
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints()
                .limit(fits ? LENGTH : LENGTH - CUT.length())
                .map(character -> isShown(character) ? character : '?')
                .forEach(shown::appendCodePoint);
        return shown.append(fits ? "\"" : CUT + "\"").toString();
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}

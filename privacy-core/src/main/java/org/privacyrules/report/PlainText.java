package org.privacyrules.report;

import java.util.regex.Pattern;

/** Characters that every format can hold. What none can show becomes U+FFFD, so that the reader sees that something was there. */
final class PlainText {

    private static final Pattern LINE_END = Pattern.compile("\r\n?");

    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** Legible characters with line feeds for every kind of line end, as HTML and XML read them. */
    static String of(String text) {
        return LINE_END.matcher(legible(text)).replaceAll("\n");
    }

    /** The characters of XML 1.0; control characters, lone surrogates and non-characters are replaced. */
    static String legible(String text) {
        StringBuilder legible = new StringBuilder(text.length());
        text.codePoints().forEach(each -> legible.appendCodePoint(isLegible(each) ? each : REPLACEMENT));
        return legible.toString();
    }

    private static boolean isLegible(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character < Character.MIN_SURROGATE)
                || (character > Character.MAX_SURROGATE && character < 0xFFFE)
                || character >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}

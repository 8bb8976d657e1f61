package org.privacyrules.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.privacyrules.policy.Finding;
import org.privacyrules.policy.Finding.Place;

/** The characters of a document: UTF-8 without a byte order mark, and nothing that cannot be seen or printed. */
record DocumentText(String characters) {

    /** Of bytes and of characters: a document of characters may be up to three times as many bytes. */
    static final int LIMIT = 4 * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static DocumentText of(byte[] bytes) throws Refusal {
        if (bytes.length > LIMIT) {
            throw tooLarge();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            throw new Refusal(Finding.error(
                            "DOCUMENT_ENCODING",
                            DocumentPath.ROOT.toString(),
                            "a byte that is not UTF-8 was found",
                            "save the document as UTF-8",
                            "")
                    .at(placeOf(text, text.length())));
        }
        return of(text);
    }

    static DocumentText of(String text) throws Refusal {
        if (text.length() > LIMIT) {
            throw tooLarge();
        }
        String characters = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        int refused = indexOfRefused(characters);
        if (refused >= 0) {
            throw new Refusal(
                    refusedCharacter(DocumentPath.ROOT, characters.codePointAt(refused), placeOf(characters, refused)));
        }
        return new DocumentText(characters);
    }

    static Refusal tooLarge() {
        return new Refusal(Finding.error(
                "DOCUMENT_TOO_LARGE",
                DocumentPath.ROOT.toString(),
                "the document is larger than " + LIMIT + " bytes",
                "split it, or leave out what does not belong to it",
                ""));
    }

    static Finding refusedCharacter(DocumentPath path, int character, Place place) {
        return Finding.error(
                        "INVALID_CHARACTER",
                        path.toString(),
                        String.format(
                                java.util.Locale.ROOT, "the character U+%04X cannot stand in a document", character),
                        "remove it",
                        "")
                .at(place);
    }

    /** The first control character (but tab and line end), half of a surrogate pair or non-character; -1 if there is none. */
    static int indexOfRefused(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isAllowed(text.codePointAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAllowed(int character) {
        if (character < 0x20) {
            return character == '\t' || character == '\n' || character == '\r';
        }
        return !(character >= 0x7F && character <= 0x9F && character != 0x85)
                && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                && character != 0xFFFE
                && character != 0xFFFF;
    }

    private static Place placeOf(String text, int offset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            boolean inCrLf = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !inCrLf)) {
                line++;
                start = i + 1;
            }
        }
        return new Place(line, offset - start + 1);
    }

    Place placeOf(int offset) {
        return placeOf(characters, offset);
    }

    /** Where the first line that is longer exceeds the limit; -1 if there is none. */
    int indexOfLongLine(int limit) {
        int start = 0;
        for (int i = 0; i < characters.length(); i++) {
            char character = characters.charAt(i);
            if (character == '\n' || character == '\r') {
                start = i + 1;
            } else if (i - start >= limit) {
                return i;
            }
        }
        return -1;
    }

    /** Without the white space at the end. */
    int end() {
        return characters.stripTrailing().length();
    }
}

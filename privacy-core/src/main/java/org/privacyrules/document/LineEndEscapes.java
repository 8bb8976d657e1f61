package org.privacyrules.document;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Escapes what YAML takes for a line end and JSON does not, so that plain JSON is YAML too; and control characters. */
final class LineEndEscapes extends CharacterEscapes {

    static final LineEndEscapes INSTANCE = new LineEndEscapes();

    private static final long serialVersionUID = 1L;

    private LineEndEscapes() {}

    @Override
    public int[] getEscapeCodesForAscii() {
        return standardAsciiEscapesForJSON();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        boolean escaped = Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
        return escaped ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", character)) : null;
    }
}

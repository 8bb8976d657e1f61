package org.privacyrules.document;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The escapes of RFC 8785, section 3.2.2.2: short ones where JSON has them, else four lower-case hexadecimal digits. */
final class CanonicalEscapes extends CharacterEscapes {

    static final CanonicalEscapes INSTANCE = new CanonicalEscapes();

    private static final long serialVersionUID = 1L;

    private final int[] codes = standardAsciiEscapesForJSON();

    private CanonicalEscapes() {
        for (int control = 0; control < 0x20; control++) {
            if (codes[control] == ESCAPE_STANDARD) {
                codes[control] = ESCAPE_CUSTOM;
            }
        }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return codes.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return character < 0x20 ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", character)) : null;
    }
}

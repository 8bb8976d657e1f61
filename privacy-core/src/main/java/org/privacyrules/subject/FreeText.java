package org.privacyrules.subject;

import java.nio.charset.StandardCharsets;
import org.privacyrules.failure.InvalidInputException;

/**
 * What a person wrote, such as why a hold was placed. It may name people, so it does not print itself, and no journal entry
 * has it: it can be deleted.
 *
 * @param text 1 to 500 characters, not blank
 */
public record FreeText(String text) {

    private static final int LONGEST = 500;

    public FreeText {
        boolean storable =
                text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (text.isBlank() || text.length() > LONGEST || !storable) {
            throw new InvalidInputException("reason: 1 to " + LONGEST
                    + " characters are required, not blank, without NUL and without halves of surrogate pairs");
        }
    }

    /** Hides the text. */
    @Override
    public String toString() {
        return "FreeText(hidden)";
    }
}

package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.privacyrules.failure.InvalidInputException;

/** Texts in several languages. */
class LocalTextTest {

    @Test
    void a_text_without_a_language_is_in_the_policys_first() {
        assertEquals(LocalText.of("sv", "namn"), LocalText.of("namn").named("sv"));
        assertEquals(
                Map.of("en", "name", "sv", "namn"),
                LocalText.of("name").and("sv", "namn").named("en").languages());
        LocalText told = LocalText.of("en", "name");
        assertEquals(told, told.named("sv"));
    }

    @Test
    void people_read_their_own_language_or_else_the_first() {
        LocalText text = LocalText.of("en-GB", "colour").and("sv", "färg");
        assertEquals("färg", text.forLocale(Locale.forLanguageTag("sv-FI")));
        assertEquals("colour", text.forLocale(Locale.US));
        assertEquals("colour", text.forLocale(Locale.GERMAN));
        assertEquals("", LocalText.NONE.forLocale(Locale.GERMAN));
    }

    @Test
    void nothing_is_said_by_a_blank_text() {
        assertTrue(LocalText.of("  ").isEmpty());
        assertThrows(InvalidInputException.class, () -> LocalText.of("en", " "));
        assertThrows(
                InvalidInputException.class,
                () -> LocalText.of("swedish", "färg").and("sv_SE", "färg"));
    }
}

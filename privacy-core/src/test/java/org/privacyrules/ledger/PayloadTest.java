package org.privacyrules.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.privacyrules.failure.PrivacyException;

/** The canonical form is RFC 8785 for flat objects of strings. */
class PayloadTest {

    @Property(tries = 300)
    void what_is_written_is_read(@ForAll Map<String, String> members) {
        Payload payload = Payload.of(members);
        assertEquals(payload, Payload.parse(payload.canonical()));
    }

    @Example
    void members_are_sorted_by_utf_16_code_units() {
        assertEquals(
                "{\"\":\"\",\"1\":\"\",\"10\":\"\",\"111\":\"\",\"A\":\"\",\"a\":\"\"}",
                Payload.of(Map.of("1", "", "10", "", "", "", "a", "", "111", "", "A", ""))
                        .canonical());
        assertEquals(
                "{\"\\n\":\"\",\"\\r\":\"\",\"1\":\"\",\"</script>\":\"\",\"\u0080\":\"\",\"ö\":\"\",\"€\":\"\",\"😂\":\"\",\"\ufb33\":\"\"}",
                Payload.of(Map.of(
                                "€",
                                "",
                                "\r",
                                "",
                                "\ufb33",
                                "",
                                "1",
                                "",
                                "😂",
                                "",
                                "\u0080",
                                "",
                                "ö",
                                "",
                                "\n",
                                "",
                                "</script>",
                                ""))
                        .canonical());
    }

    @Example
    void only_what_must_be_escaped_is_escaped() {
        assertEquals(
                "{\"k\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                Payload.of(Map.of("k", "€$\u000f\nA'B\"\\\\\"/")).canonical());
        assertEquals("{\"k\":\"A\u030a\"}", Payload.of(Map.of("k", "A\u030a")).canonical());
    }

    @Example
    void anything_else_is_a_corrupt_entry() {
        for (String corrupt : List.of(
                "", "[]", "{", "{}x", "{\"a\":1}", "{\"a\":\"1\",\"a\":\"2\"}", "{\"a\":{}}", "{\"a\":null}", "null")) {
            PrivacyException refused = assertThrows(PrivacyException.class, () -> Payload.parse(corrupt), corrupt);
            assertEquals("CORRUPT_ENTRY", refused.code());
        }
        Payload payload = Payload.of(Map.of("at", "yesterday"));
        assertThrows(PrivacyException.class, () -> payload.instant("at"));
        assertThrows(PrivacyException.class, () -> payload.require("missing"));
    }

    @Example
    void values_do_not_print_themselves() {
        assertFalse(Payload.of(Map.of("actor-reference", "anna")).toString().contains("anna"));
    }
}

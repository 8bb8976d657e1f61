package org.privacyrules.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.privacyrules.failure.InvalidInputException;

/** Who somebody is, and that it does not show. */
class SubjectTest {

    @Property(tries = 300)
    void a_key_survives_its_bytes(@ForAll @NotBlank @StringLength(max = 60) String key) {
        if (key.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            SubjectId subject = SubjectId.of(key);
            assertEquals(subject, SubjectId.ofBytes(subject.toBytes()));
            assertEquals(key, subject.reveal());
        }
    }

    @Example
    void a_key_does_not_print_itself() {
        SubjectId subject = SubjectId.of("alice@example.com");
        assertFalse(subject.toString().contains("alice"));
        assertFalse(String.valueOf(List.of(subject)).contains("alice"));
    }

    @Example
    void blank_endless_and_broken_keys_are_refused() {
        for (String key : List.of("", " ", "\t\n", "a".repeat(256), "ä".repeat(128), "a\ud800b")) {
            InvalidInputException refused = assertThrows(InvalidInputException.class, () -> SubjectId.of(key));
            assertTrue(refused.getMessage().startsWith("subject key: "));
        }
        assertThrows(InvalidInputException.class, () -> SubjectId.ofBytes(new byte[] {(byte) 0xff}));
    }

    @Example
    void subjects_are_ordered_by_their_bytes() {
        SubjectId privateUse = SubjectId.of("\ufb33");
        SubjectId emoji = SubjectId.of("😂");
        assertTrue(privateUse.compareTo(emoji) < 0, "UTF-16 would say the opposite");
    }

    @Property(tries = 1000)
    void the_order_is_that_of_the_bytes(@ForAll("keys") String one, @ForAll("keys") String two) {
        SubjectId first = SubjectId.of(one);
        SubjectId second = SubjectId.of(two);
        assertEquals(
                Integer.signum(Arrays.compareUnsigned(first.toBytes(), second.toBytes())),
                Integer.signum(first.compareTo(second)));
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "\u00e4",
                        "\u07ff",
                        "\ud7ff",
                        "\ue000",
                        "\ufb33",
                        "\uffff",
                        "😀",
                        "😂",
                        "\udbff\udfff")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
    }

    @Example
    void a_derived_operation_is_the_same_for_ever_and_for_no_other_record() {
        assertEquals(OperationId.derived("crm", "17"), OperationId.derived("crm", "17"));
        assertNotEquals(OperationId.derived("crm", "17"), OperationId.derived("crm1", "7"));
        assertEquals(8, OperationId.derived("crm", "17").value().version());
        assertEquals(2, OperationId.derived("crm", "17").value().variant());
        assertEquals(
                "46dfbb31",
                OperationId.derived("crm", "17").toString().substring(0, 8),
                "the derivation is kept for ever");
    }

    @Example
    void an_actor_is_a_key_and_not_a_name() {
        assertThrows(InvalidInputException.class, () -> Actor.staff("Anna Svensson"));
        assertFalse(Actor.staff("anna.svensson").toString().contains("anna"));
    }

    @Example
    void a_tenants_name_is_plain() {
        assertThrows(InvalidInputException.class, () -> new Tenant("a b"));
        assertThrows(InvalidInputException.class, () -> new Tenant(""));
    }
}

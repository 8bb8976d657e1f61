package org.privacyrules.examples.glesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables line up. */
class TableTest {

    @Test
    void numbers_are_aligned_to_the_right_and_words_to_the_left() {
        List<String> lines = Table.of("reason", "persons")
                .row("OBJECTED", 12L)
                .row("NO_RELATION", 3400)
                .lines();
        assertEquals(
                List.of(
                        "reason        persons",
                        "───────────   ───────",
                        "OBJECTED           12",
                        "NO_RELATION     3,400"),
                lines);
    }

    @Test
    void a_row_needs_a_cell_for_each_heading() {
        assertThrows(
                IllegalArgumentException.class, () -> Table.of("one", "two").row("only one"));
    }
}

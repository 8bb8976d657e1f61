package org.privacyrules.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.subject.Permit.Action;

/** What must not happen by accident takes a permit of the one source that was wired. */
class PermitsTest {

    private final Permits permits = Permits.create();

    @Test
    void a_permit_of_the_same_source_is_taken_and_names_who_and_why() {
        Permit permit = permits.give(Action.RELEASE_HOLD, Actor.staff("7"), "the case is closed");
        permits.require(Action.RELEASE_HOLD, permit);
        assertEquals(Actor.staff("7"), permit.actor());
        assertEquals("the case is closed", permit.reason().text());
    }

    @Test
    void a_permit_of_another_source_is_refused() {
        Permit foreign = Permits.create().give(Action.RELEASE_HOLD, Actor.staff("7"), "the case is closed");
        RefusedException refused =
                assertThrows(RefusedException.class, () -> permits.require(Action.RELEASE_HOLD, foreign));
        assertEquals("NOT_PERMITTED_BY_HOST", refused.code());
    }

    @Test
    void a_permit_says_why_and_does_not_print_it() {
        assertThrows(InvalidInputException.class, () -> permits.give(Action.RELEASE_HOLD, Actor.staff("7"), " "));
        Permit permit = permits.give(Action.RELEASE_HOLD, Actor.staff("7"), "a secret");
        assertFalse(permit.toString().contains("secret"));
        assertFalse(permit.reason().toString().contains("secret"));
    }
}

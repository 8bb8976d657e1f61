package org.privacyrules.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.hold.RestrictionEvent.Ground;
import org.privacyrules.retention.Keeping.Fate;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.Permit;
import org.privacyrules.subject.SubjectId;

/** Holds and restrictions suspend disposal and justify nothing. */
class HeldDataTest {

    private static final LocalDate REVIEW = LocalDate.of(2024, 9, 1);

    private final RetentionScene scene = RetentionScene.ofTheShop();

    HeldDataTest() {
        scene.left("2023-06-30");
    }

    private OperationId hold(String matter, HoldScope scope) {
        return scene.rules
                .holds()
                .place(matter, scope, "a claim", REVIEW, Actor.staff("7"))
                .operation();
    }

    private void release(OperationId hold) {
        Permit permit = scene.permits.give(Permit.Action.RELEASE_HOLD, Actor.staff("1"), "settled");
        scene.rules.holds().release(hold, permit);
    }

    @Test
    @Gdpr("17(3)(e)")
    void a_hold_suspends_and_its_release_lets_go() {
        Keeping due = scene.keeping("address");
        assertEquals(Fate.DUE, due.fate());
        OperationId hold = hold("claim-1", HoldScope.of(scene.alice));
        Keeping held = scene.keeping("address");
        assertEquals(Fate.HELD, held.fate());
        assertEquals(Optional.empty(), held.dueFrom());
        assertEquals(
                "held for `claim-1` since 2024-03-01, to be reviewed on 2024-09-01; without it due since 2023-10-01:"
                        + " `account` (contract) was the last purpose, and its term is over",
                held.line());
        assertFalse(held.justifications().stream().anyMatch(Justification::stands));
        release(hold);
        assertEquals(due, scene.keeping("address"));
    }

    @Test
    void the_release_of_one_of_two_holds_changes_nothing() {
        OperationId first = hold("claim-1", HoldScope.of(scene.alice, "address"));
        hold("audit", HoldScope.everything());
        release(first);
        assertEquals(Fate.HELD, scene.keeping("address").fate());
        assertEquals(1, scene.keeping("address").holds().size());
    }

    @Test
    void a_hold_covers_its_scope_and_nothing_else() {
        hold("claim-1", HoldScope.of(scene.alice, "address"));
        hold("claim-2", HoldScope.of("case"));
        hold("claim-3", HoldScope.of(SubjectId.of("bob")));
        assertEquals(Fate.HELD, scene.keeping("address").fate());
        assertEquals(Fate.HELD, scene.keeping("case").fate());
        assertEquals(0, scene.keeping("contact").holds().size());
    }

    @Test
    @Gdpr("18(2)")
    void restricted_data_are_stored_and_not_used() {
        scene.rules.restrictions().place(scene.alice, Ground.LEGAL_CLAIMS, Actor.staff("7"));
        Keeping address = scene.keeping("address");
        assertEquals(Fate.RESTRICTED, address.fate());
        assertEquals(Optional.empty(), address.dueFrom());
        assertEquals(
                "stored and not used: processing is restricted (Art. 18 GDPR); without that due since 2023-10-01: `account`"
                        + " (contract) was the last purpose, and its term is over",
                address.line());
        scene.rules.restrictions().lift(scene.alice, Actor.staff("7"));
        assertEquals(Fate.DUE, scene.keeping("address").fate());
    }

    @Test
    void an_earlier_instant_knows_the_holds_that_stood_then() {
        hold("claim-1", HoldScope.everything());
        Instant then = scene.clock.instant();
        scene.now("2024-05-01");
        release(scene.rules.holds().active().get(0).id());
        assertEquals(Fate.DUE, scene.keeping("address").fate());
        Keeping before = scene.rules.retention().asOf(scene.alice, then).of("address");
        assertEquals(Fate.HELD, before.fate());
        assertTrue(before.holds().get(0).active(), "nobody knew of the release then");
    }
}

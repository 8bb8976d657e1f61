package org.privacyrules.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.contract.Fixture;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.decision.Reason;
import org.privacyrules.fact.Fact;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.hold.RestrictionEvent.Ground;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** Restricted data are kept and not used. */
class RestrictionsTest {

    private final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(10)));
    private final PrivacyRules rules = Fixture.rules(MemoryStorage.create(), "tenant", clock);
    private final SubjectId alice = SubjectId.of("alice");
    private final Actor staff = Actor.staff("7");

    private Reason reason() {
        return rules.decisions().check(alice, "account").reason();
    }

    @Test
    @Gdpr("18(1)")
    void whatever_the_ground_a_restriction_denies_until_it_is_lifted() {
        rules.subjects().report(alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        for (Ground ground : Ground.values()) {
            rules.restrictions().place(alice, ground, staff);
            assertEquals(Reason.RESTRICTED, reason());
            rules.restrictions().lift(alice, staff);
            assertEquals(Reason.CONTRACT, reason());
        }
    }

    @Test
    void repeated_commands_get_the_first_answer() {
        OperationId operation = OperationId.random();
        Recorded placed = rules.restrictions().place(operation, alice, Ground.UNLAWFUL, staff);
        OperationId end = OperationId.random();
        Recorded lifted = rules.restrictions().lift(end, alice, staff);
        clock.advance(Duration.ofDays(1));
        assertEquals(placed.again(), rules.restrictions().place(operation, alice, Ground.UNLAWFUL, staff));
        assertEquals(lifted.again(), rules.restrictions().lift(end, alice, staff));
        assertThrows(RefusedException.class, () -> rules.restrictions().lift(operation, alice, staff));
    }

    @Test
    void to_lift_what_does_not_stand_changes_nothing() {
        rules.subjects().report(alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        rules.restrictions().lift(alice, staff);
        assertEquals(Reason.CONTRACT, reason());
        assertEquals(List.of(alice), rules.decisions().permitted("account").toList());
    }

    @Test
    void nobody_is_no_subject() {
        SubjectId nobody = SubjectId.NOBODY;
        for (Runnable command : List.<Runnable>of(
                () -> rules.restrictions().place(nobody, Ground.UNLAWFUL, staff),
                () -> rules.restrictions().lift(nobody, staff),
                () -> rules.consents().withdraw(nobody, "tracking", Fixture.said()),
                () -> rules.subjects().reportCountry(nobody, "SE"))) {
            assertThrows(InvalidInputException.class, command::run);
        }
    }
}

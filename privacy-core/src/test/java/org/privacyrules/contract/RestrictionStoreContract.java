package org.privacyrules.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.decision.Decision;
import org.privacyrules.decision.Reason;
import org.privacyrules.fact.Fact;
import org.privacyrules.hold.RestrictionEvent;
import org.privacyrules.hold.RestrictionEvent.Ground;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** What a storage of restrictions must keep. */
public abstract class RestrictionStoreContract extends StoreContract {

    /** Makes the suite. */
    protected RestrictionStoreContract() {}

    private Recorded record(RestrictionEvent event) {
        return store().transactions()
                .inTransaction(transaction -> store().restrictions().record(transaction, event));
    }

    private RestrictionEvent placed(SubjectId subject) {
        return RestrictionEvent.placed(
                OperationId.random(), subject, clock.instant(), "1", Ground.ACCURACY_CONTESTED, Actor.staff("7"));
    }

    @Test
    @Gdpr("18(2)")
    void a_restricted_subjects_data_are_not_used() {
        SubjectId alice = subject("alice");
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        record(placed(alice));
        Decision decision = rules().decisions().check(alice, "account");
        assertFalse(decision.permitted());
        assertEquals(Reason.RESTRICTED, decision.reason());
    }

    @Test
    void a_lifted_restriction_restricts_no_more() {
        SubjectId alice = subject("alice");
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        record(placed(alice));
        record(RestrictionEvent.lifted(OperationId.random(), alice, clock.instant(), "1", Actor.staff("7")));
        assertTrue(rules().decisions().check(alice, "account").permitted());
    }

    @Test
    void a_repeated_restriction_is_recorded_once() {
        RestrictionEvent event = placed(subject("alice"));
        Recorded first = record(event);
        assertEquals(first.again(), record(event));
    }
}

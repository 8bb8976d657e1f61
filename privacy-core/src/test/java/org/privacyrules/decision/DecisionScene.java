package org.privacyrules.decision;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.privacyrules.PrivacyRules;
import org.privacyrules.consent.Evidence;
import org.privacyrules.contract.Fixture;
import org.privacyrules.fact.Fact;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/** A customer named Alice, the rules of the fixture in memory, and a clock. */
abstract class DecisionScene {

    final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(10)));
    final PrivacyRules rules = Fixture.rules(MemoryStorage.create(), "test", clock);
    final SubjectId alice = SubjectId.of("alice");

    @BeforeEach
    void aliceIsACustomer() {
        rules.subjects().report(alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
    }

    final Reason reason(String purpose) {
        return rules.decisions().check(alice, purpose).reason();
    }

    final Reason reason(Use use) {
        return rules.decisions().check(alice, use).reason();
    }

    final void give(String purpose) {
        give(purpose, Actor.subject());
    }

    final void give(String purpose, Actor actor) {
        rules.consents()
                .give(alice, purpose, Evidence.webForm("form", Fixture.shownText(rules, purpose, clock), actor));
    }
}

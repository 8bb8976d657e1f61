package org.privacyrules.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.privacyrules.PrivacyRules;
import org.privacyrules.Storage;
import org.privacyrules.TenantStorage;
import org.privacyrules.contract.Fixture;
import org.privacyrules.decision.Aspects;
import org.privacyrules.disposal.DisposalStore;
import org.privacyrules.disposal.DisposalTask;
import org.privacyrules.fact.Fact;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.hold.Hold;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.hold.RestrictionEvent;
import org.privacyrules.ledger.Payload;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Every kind of command and read, once each. */
final class Scenario {

    private static final SubjectId ALICE = SubjectId.of("alice");
    private static final SubjectId BOB = SubjectId.of("bob");
    private static final SubjectId COOKIE = SubjectId.of("cookie");

    private final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(10)));
    private final Storage storage;
    private final TenantStorage store;
    private final String tenant;

    private Scenario(Storage storage, String tenant) {
        this.storage = storage;
        this.tenant = tenant;
        this.store = storage.forTenant(new Tenant(tenant));
    }

    /** Runs the scenario for a tenant of whom nothing is stored; what is known then is the same on every storage. */
    static List<String> run(Storage storage, String tenant) {
        return new Scenario(storage, tenant).run();
    }

    private List<String> run() {
        PrivacyRules rules = Fixture.rules(storage, tenant, clock);
        rules.subjects().report(ALICE, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        rules.subjects().report(BOB, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        rules.subjects().report(COOKIE, Fixture.VISITOR, Fact.since(LocalDate.of(2026, 1, 5)));
        rules.subjects().reportCountry(ALICE, "SE");
        OperationId given = OperationId.random();
        give(rules, given, ALICE, "tracking");
        give(rules, given, ALICE, "tracking");
        give(rules, OperationId.random(), COOKIE, "tracking");
        rules.consents().refuse(BOB, "survey", Fixture.said());
        rules.consents().withdraw(ALICE, "tracking", Fixture.said());
        rules.consents().dismiss(ALICE, "digest", Fixture.said());
        rules.consents().objectTo(BOB, "product-news", Fixture.said());
        rules.consents().merge(COOKIE, ALICE, Fixture.said());
        store.transactions().inTransaction(transaction -> {
            store.restrictions().record(transaction, restriction(true));
            return store.restrictions().record(transaction, restriction(false));
        });
        store.transactions().inTransaction(transaction -> store.restrictions().record(transaction, restriction(true)));
        hold(rules);
        dispose();
        return told(rules, given);
    }

    private void dispose() {
        DisposalStore disposals = store.disposals();
        DisposalTask task = new DisposalTask(
                "search",
                BOB,
                "usage",
                OperationId.random(),
                DisposalTask.Status.ANNOUNCED,
                clock.instant(),
                0,
                clock.instant());
        for (int i = 0; i < 2; i++) {
            Payload note = Payload.of(Map.of("run", Integer.toString(i)));
            store.transactions().inTransaction(transaction -> {
                disposals.note(transaction, "plan", note);
                disposals.put(transaction, task);
                return disposals.restricted(transaction);
            });
        }
        boolean there = disposals.note("plan").isPresent()
                && disposals.task("search", BOB, "usage").isPresent()
                && disposals.openTasks("search", clock.instant(), 10).size() == 1
                && disposals.taskCounts("search").size() == 1;
        if (!there) {
            throw new IllegalStateException("what disposal remembers is not there");
        }
    }

    private void hold(PrivacyRules rules) {
        OperationId id = place(rules, HoldScope.of(ALICE));
        place(rules, HoldScope.of("usage"));
        rules.holds().release(id, Fixture.release());
    }

    private OperationId place(PrivacyRules rules, HoldScope scope) {
        return rules.holds()
                .place("case 7", scope, "a claim", LocalDate.of(2026, 6, 1), Actor.staff("7"))
                .operation();
    }

    private String insideTheGate() {
        return store.transactions().inTransaction(transaction -> {
            long epoch = store.holds().enterGate(transaction);
            return "epoch " + epoch + ": "
                    + store.holds().active(transaction).stream()
                            .map(Hold::scope)
                            .toList();
        });
    }

    private void give(PrivacyRules rules, OperationId operation, SubjectId subject, String purpose) {
        rules.consents().give(operation, subject, purpose, Fixture.shown(Fixture.shownText(rules, purpose, clock)));
    }

    private RestrictionEvent restriction(boolean placed) {
        return placed
                ? RestrictionEvent.placed(
                        OperationId.random(),
                        BOB,
                        clock.instant(),
                        "1",
                        RestrictionEvent.Ground.ACCURACY_CONTESTED,
                        Actor.staff("7"))
                : RestrictionEvent.lifted(OperationId.random(), BOB, clock.instant(), "1", Actor.staff("7"));
    }

    private List<String> told(PrivacyRules rules, OperationId given) {
        List<String> told = new ArrayList<>();
        told.addAll(Fixture.answers(rules, ALICE));
        told.addAll(Fixture.answers(rules, BOB));
        told.add(rules.recorded(ALICE, given).isPresent() + " recorded");
        told.add(rules.decisions().permitted("account", Stream.of(ALICE, BOB)).toList() + " of two");
        told.add(rules.decisions().permitted("account").toList() + " of all");
        told.add(listed() + " listed");
        told.add(store.journal()
                        .entries(ALICE, Instant.parse("9998-01-01T00:00:00Z"))
                        .size() + " entries");
        told.add(store.policies().all().size() + " policies");
        told.add(insideTheGate());
        told.add(store.holds().active().size() + " of " + store.holds().all().size() + " holds");
        return told;
    }

    private int listed() {
        return store.knownSubjects()
                .list(
                        new Aspects(
                                Set.of(Fixture.CUSTOMER, FactEvent.COUNTRY), Set.of(), Set.copyOf(Fixture.PURPOSES)),
                        Optional.empty())
                .size();
    }
}

package org.privacyrules.jdbc.leaks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.privacyrules.PrivacyRules;
import org.privacyrules.TenantStorage;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.Evidence.Channel;
import org.privacyrules.consent.ImportedConsent;
import org.privacyrules.contract.Fixture;
import org.privacyrules.decision.Aspects;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.decision.RefusalCount;
import org.privacyrules.decision.SubjectDecisions;
import org.privacyrules.decision.Use;
import org.privacyrules.fact.Fact;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.fact.RelationReport;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.hold.HoldStore;
import org.privacyrules.hold.RestrictionEvent.Ground;
import org.privacyrules.ledger.EntryId;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.Permit;
import org.privacyrules.subject.SubjectId;

/** All that a host can call, with the canary in everything that is a person's. */
enum Act {
    REPORT,
    REPORT_ALL,
    COUNTRY,
    OF_AGE,
    NOTICE,
    FACT,
    FACT_THAT_POSTGRESQL_CANNOT_HOLD,
    GIVE,
    GIVE_TO_CONFIRM,
    CONFIRM,
    REFUSE,
    DISMISS,
    WITHDRAW,
    OBJECT,
    LIFT,
    IMPORT,
    MERGE,
    RESTRICT,
    PLACE_HOLD,
    RELEASE_HOLD,
    HOLDS,
    REPEAT_AS_ANOTHER,
    CHECK,
    REQUIRE,
    READ_ONE,
    AS_OF,
    PERMITTED,
    ALL_PERMITTED,
    FIND_ALL,
    RECORDED,
    JOURNAL;

    private static final Instant ALWAYS = Instant.parse("9998-01-01T00:00:00Z");
    private static final String KEY = Canary.WORD + "/key-1 ";

    /** A node. */
    record Host(PrivacyRules rules, TenantStorage ports, SettableClock clock) {}

    /** What shows of nearly every table that it is broken. */
    boolean isAlwaysCalled() {
        return switch (this) {
            case FACT, READ_ONE, AS_OF -> true;
            default -> false;
        };
    }

    static SubjectId subject(String name) {
        return SubjectId.of(KEY + name + "@example.com");
    }

    private static Actor actor() {
        return Actor.guardian(Canary.WORD + "/actor-1");
    }

    private static Evidence said() {
        return Evidence.of(Channel.PHONE, Canary.WORD + "/call-1", actor());
    }

    private static Evidence shown(Host host, String purpose) {
        return said().showing(Fixture.shownText(host.rules(), purpose, host.clock()));
    }

    /** Calls it and returns the answer. */
    Object by(Host host, SubjectId who) {
        PrivacyRules rules = host.rules();
        OperationId operation = OperationId.random();
        LocalDate day = Fixture.longAgo();
        return switch (this) {
            case REPORT -> rules.subjects().report(operation, who, Fixture.CUSTOMER, Fact.endedOn(day));
            case REPORT_ALL ->
                rules.subjects()
                        .reportAll(List.of(
                                new RelationReport(operation, who, Fixture.VISITOR, Fact.since(day.plusDays(9)))));
            case COUNTRY -> rules.subjects().reportCountry(operation, who, "NO");
            case OF_AGE -> rules.subjects().reportOfAgeFrom(operation, who, day);
            case NOTICE -> rules.subjects().reportNoticeShown(operation, who);
            case FACT -> fact(host, who, Canary.WORD + " 😀");
            case FACT_THAT_POSTGRESQL_CANNOT_HOLD -> fact(host, who, Canary.WORD + "\0");
            case GIVE -> rules.consents().give(operation, who, "tracking", shown(host, "tracking"));
            case GIVE_TO_CONFIRM -> rules.consents().give(operation, who, "digest", shown(host, "digest"));
            case CONFIRM -> rules.consents().confirm(operation, who, "digest", said());
            case REFUSE -> rules.consents().refuse(operation, who, "survey", said());
            case DISMISS -> rules.consents().dismiss(operation, who, "survey", said());
            case WITHDRAW -> rules.consents().withdraw(operation, who, "tracking", said());
            case OBJECT -> rules.consents().objectTo(operation, who, "product-news", said());
            case LIFT -> rules.consents().liftObjection(operation, who, "product-news", said());
            case IMPORT -> rules.consents().importAll(List.of(imported(host, who)));
            case MERGE -> rules.consents().merge(operation, subject("visitor"), who, said());
            case RESTRICT -> rules.restrictions().place(operation, who, Ground.LEGAL_CLAIMS, Actor.staff(Canary.WORD));
            case PLACE_HOLD -> hold(rules, operation, who);
            case RELEASE_HOLD -> {
                hold(rules, operation, who);
                yield rules.holds()
                        .release(
                                OperationId.random(),
                                operation,
                                Fixture.PERMITS.give(Permit.Action.RELEASE_HOLD, actor(), Canary.WORD));
            }
            case HOLDS ->
                List.of(rules.holds().of(who), rules.holds().at(host.clock().instant()), insideTheGate(host));
            case REPEAT_AS_ANOTHER -> {
                rules.consents().refuse(operation, who, "survey", said());
                yield rules.consents().withdraw(operation, who, "tracking", said());
            }
            case CHECK -> rules.decisions().check(who, "tracking");
            case REQUIRE -> rules.decisions().require(who, "survey");
            case READ_ONE -> allOf(rules.decisions().of(who));
            case AS_OF -> allOf(rules.decisions().asOf(who, host.clock().instant()));
            case PERMITTED -> {
                RefusalCount refused = new RefusalCount();
                yield List.of(
                        rules.decisions()
                                .permitted(Use.of("tracking"), Stream.of(who, subject("other")), refused)
                                .toList(),
                        refused);
            }
            case ALL_PERMITTED -> rules.decisions().permitted("account").toList();
            case FIND_ALL ->
                host.ports()
                        .knownSubjects()
                        .findAll(List.of(who), new Aspects(Set.of(FactEvent.COUNTRY), Set.of(), Set.of("tracking")));
            case RECORDED -> rules.recorded(who, operation);
            case JOURNAL ->
                List.of(
                        host.ports().journal().entries(who, ALWAYS),
                        host.ports()
                                .knownSubjects()
                                .list(new Aspects(Set.of(), Set.of(), Set.of("tracking")), Optional.empty()));
        };
    }

    private static Object allOf(SubjectDecisions decisions) {
        KnownSubject known = decisions.known();
        return List.of(decisions, known, known.consents(), known.facts(), decisions.check("tracking"));
    }

    private static ImportedConsent imported(Host host, SubjectId who) {
        return new ImportedConsent(
                Canary.WORD + OperationId.random(),
                who,
                "digest",
                ConsentStatus.GIVEN,
                host.clock().instant().minus(Duration.ofSeconds(1)),
                Evidence.of(Channel.IMPORT, Canary.WORD + "/crm", Actor.system(Canary.WORD)));
    }

    private static Object hold(PrivacyRules rules, OperationId operation, SubjectId who) {
        return rules.holds()
                .place(operation, "case", HoldScope.of(who), Canary.WORD + " 😀", LocalDate.of(2027, 1, 1), actor());
    }

    private static Object insideTheGate(Host host) {
        HoldStore holds = host.ports().holds();
        return host.ports().transactions().inTransaction(open -> {
            long unused = holds.enterGate(open);
            return holds.active(open);
        });
    }

    /** Values that only the ports take. */
    private static Object fact(Host host, SubjectId who, String value) {
        Instant now = host.clock().instant();
        Payload payload = Payload.of(Map.of(
                "fact",
                FactEvent.COUNTRY,
                "effective",
                now.toString(),
                "value",
                value,
                "actor-reference",
                Canary.WORD));
        FactEvent event = FactEvent.read(
                new JournalEntry(EntryId.at(now), OperationId.random(), who, now, "fact-value", "1", "", payload));
        return List.of(
                event,
                host.ports().transactions().oneCall(open -> host.ports().facts().record(open, event)));
    }
}

package org.privacyrules.benchmarks;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.privacyrules.benchmarks.Company.Basis;
import org.privacyrules.benchmarks.Company.Plan;
import org.privacyrules.benchmarks.People.Saying;

/**
 * The floor: what a good engineer writes for one company without the library. Maps, a clock, and an answer that says why.
 * Against the library it lacks history, evidence, proof of order, a second policy version, countries, age, recipients,
 * signals, thread safety, and it stops at the first reason.
 */
final class HandWritten {

    private static final int TEXT_VERSION = 1;

    private final Map<String, Rule> rules = new HashMap<>();
    private final Set<String> categories;
    private final Map<String, Person> people = new HashMap<>();
    private final Clock clock;

    /** Why; the names are those of the library. */
    enum Reason {
        CONSENT_STANDS,
        CONTRACT,
        LEGAL_OBLIGATION,
        LEGITIMATE_INTERESTS,
        CATEGORY_NOT_DECLARED,
        RESTRICTED,
        OBJECTED,
        WITHDRAWN,
        REFUSED,
        NO_RELATION,
        EXPIRED,
        OUTDATED,
        NOT_ASKED
    }

    private record Rule(
            String purpose, Basis basis, Reason permitting, List<String> carriers, Set<String> categories) {}

    private record Relation(Instant since, @Nullable Instant end) {
        boolean standsAt(Instant now) {
            return !now.isBefore(since) && (end == null || now.isBefore(end));
        }
    }

    private record Consent(
            Saying saying, Instant since, @Nullable Instant until, int textVersion) {}

    private record Person(Map<String, Relation> relations, Map<String, Consent> consents, boolean restricted) {
        static final Person UNKNOWN = new Person(Map.of(), Map.of(), false);
    }

    /** The answer, with why. */
    record Answer(
            String subject,
            String purpose,
            String category,
            Basis basis,
            boolean permitted,
            Reason reason,
            Instant decidedAt,
            @Nullable Instant since,
            @Nullable Instant until) {}

    HandWritten(Company company, Clock clock) {
        this.clock = clock;
        this.categories = new HashSet<>(company.categories());
        for (Plan plan : company.plans()) {
            Set<String> used = new HashSet<>(plan.categories());
            rules.put(
                    plan.purpose(),
                    new Rule(plan.purpose(), plan.basis(), permitting(plan.basis()), plan.carriers(), used));
        }
    }

    private static Reason permitting(Basis basis) {
        return switch (basis) {
            case CONSENT -> Reason.CONSENT_STANDS;
            case CONTRACT -> Reason.CONTRACT;
            case LEGAL_OBLIGATION -> Reason.LEGAL_OBLIGATION;
            case LEGITIMATE_INTERESTS -> Reason.LEGITIMATE_INTERESTS;
        };
    }

    void relate(String subject, String kind, Instant since, @Nullable Instant end) {
        person(subject).relations().put(kind, new Relation(since, end));
    }

    void record(String subject, String purpose, Saying saying, Instant since, @Nullable Instant until) {
        person(subject).consents().put(purpose, new Consent(saying, since, until, TEXT_VERSION));
    }

    private Person person(String subject) {
        return people.computeIfAbsent(subject, unseen -> new Person(new HashMap<>(), new HashMap<>(), false));
    }

    Answer check(String subject, String purpose, String category) {
        Instant now = clock.instant();
        Rule rule = rules.get(purpose);
        if (rule == null) {
            throw new IllegalArgumentException("unknown purpose " + purpose);
        }
        Person person = people.getOrDefault(subject, Person.UNKNOWN);
        Relation relation = relation(rule, person, now);
        Consent consent = person.consents().get(purpose);
        Reason against = against(rule, category, person, relation, consent, now);
        Reason reason = against == null ? rule.permitting() : against;
        return new Answer(
                subject,
                purpose,
                category,
                rule.basis(),
                against == null,
                reason,
                now,
                consent != null ? consent.since() : relation != null ? relation.since() : null,
                against == null ? until(rule, relation, consent) : null);
    }

    private static @Nullable Relation relation(Rule rule, Person person, Instant now) {
        for (String carrier : rule.carriers()) {
            Relation relation = person.relations().get(carrier);
            if (relation != null && relation.standsAt(now)) {
                return relation;
            }
        }
        return null;
    }

    private @Nullable Reason against(
            Rule rule,
            String category,
            Person person,
            @Nullable Relation relation,
            @Nullable Consent consent,
            Instant now) {
        if (!rule.categories().contains(category)) {
            if (!categories.contains(category)) {
                throw new IllegalArgumentException("unknown category " + category);
            }
            return Reason.CATEGORY_NOT_DECLARED;
        }
        if (person.restricted()) {
            return Reason.RESTRICTED;
        }
        if (consent != null && consent.saying() != Saying.GIVEN) {
            return no(consent.saying());
        }
        if (relation == null) {
            return Reason.NO_RELATION;
        }
        return rule.basis() == Basis.CONSENT ? missing(consent, now) : null;
    }

    private static Reason no(Saying saying) {
        return switch (saying) {
            case WITHDRAWN -> Reason.WITHDRAWN;
            case REFUSED -> Reason.REFUSED;
            default -> Reason.OBJECTED;
        };
    }

    private static @Nullable Reason missing(@Nullable Consent consent, Instant now) {
        if (consent == null) {
            return Reason.NOT_ASKED;
        }
        if (consent.until() != null && !now.isBefore(consent.until())) {
            return Reason.EXPIRED;
        }
        return consent.textVersion() == TEXT_VERSION ? null : Reason.OUTDATED;
    }

    private static @Nullable Instant until(Rule rule, @Nullable Relation relation, @Nullable Consent consent) {
        Instant end = relation == null ? null : relation.end();
        Instant validity = rule.basis() == Basis.CONSENT && consent != null ? consent.until() : null;
        if (end == null || validity == null) {
            return end == null ? validity : end;
        }
        return validity.isBefore(end) ? validity : end;
    }
}

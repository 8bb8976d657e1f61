package org.privacyrules.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.privacyrules.calendar.Span;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.fact.FactState;

/**
 * When data are due, as a condition on a datum's own events and on what is known of its subject: the inverse of
 * {@link SubjectRetention}, in a form that a database can look up for millions of rows. Nothing is negated but what is known of a
 * subject, so that a missing date never makes anything due. Immutable.
 */
public sealed interface DueCondition {

    /** Met by everything. */
    DueCondition ALWAYS = new All(List.of());

    /** Met by nothing. */
    DueCondition NEVER = new Any(List.of());

    /**
     * Whether a datum meets it.
     *
     * @param known what is known of its subject
     * @param own the days of the datum's own events, of those that happened
     * @return true if it does
     */
    boolean isMetBy(KnownSubject known, Map<String, LocalDate> own);

    /**
     * All of them are met.
     *
     * @param conditions none: always
     */
    record All(List<DueCondition> conditions) implements DueCondition {

        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean isMetBy(KnownSubject known, Map<String, LocalDate> own) {
            return conditions.stream().allMatch(condition -> condition.isMetBy(known, own));
        }
    }

    /**
     * One of them is met.
     *
     * @param conditions none: never
     */
    record Any(List<DueCondition> conditions) implements DueCondition {

        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean isMetBy(KnownSubject known, Map<String, LocalDate> own) {
            return conditions.stream().anyMatch(condition -> condition.isMetBy(known, own));
        }
    }

    /**
     * An event of the datum itself happened, on this day or before.
     *
     * @param event its name
     * @param latest the latest such day, in the policy's zone
     */
    record OwnEvent(String event, LocalDate latest) implements DueCondition {

        @Override
        public boolean isMetBy(KnownSubject known, Map<String, LocalDate> own) {
            LocalDate day = own.get(event);
            return day != null && !day.isAfter(latest);
        }
    }

    /**
     * Something is known of the subject, or is not.
     *
     * @param state what
     * @param known whether it must be known, or must not
     */
    record OfSubject(SubjectState state, boolean known) implements DueCondition {

        @Override
        public boolean isMetBy(KnownSubject subject, Map<String, LocalDate> own) {
            return state.isTrueOf(subject) == known;
        }
    }

    /** One thing that may be known of a subject. */
    sealed interface SubjectState {

        /**
         * Whether it is known.
         *
         * @param subject what is known
         * @return true if it is
         */
        boolean isTrueOf(KnownSubject subject);
    }

    /**
     * The subject stands, stood or will stand in one of these relations.
     *
     * @param kinds subject kinds
     */
    record Related(Set<String> kinds) implements SubjectState {

        public Related {
            kinds = Set.copyOf(kinds);
        }

        @Override
        public boolean isTrueOf(KnownSubject subject) {
            return kinds.stream().anyMatch(kind -> subject.fact(kind).isKnown());
        }
    }

    /**
     * A relation is known and ended.
     *
     * @param kind the subject kind
     * @param by the last instant at which it may have ended; empty: it has an end
     */
    record RelationEnded(String kind, Optional<Instant> by) implements SubjectState {

        @Override
        public boolean isTrueOf(KnownSubject subject) {
            FactState relation = subject.fact(kind);
            return relation.isKnown()
                    && !relation.end().equals(Span.NEVER)
                    && by.map(latest -> !relation.end().isAfter(latest)).orElse(true);
        }
    }

    /**
     * The subject is known to live in one of these countries.
     *
     * @param countries ISO 3166-1 alpha-2
     */
    record LivesIn(Set<String> countries) implements SubjectState {

        public LivesIn {
            countries = Set.copyOf(countries);
        }

        @Override
        public boolean isTrueOf(KnownSubject subject) {
            return countries.contains(subject.fact(FactEvent.COUNTRY).value());
        }
    }

    /**
     * The subject is known to live somewhere else.
     *
     * @param countries ISO 3166-1 alpha-2
     */
    record LivesOutside(Set<String> countries) implements SubjectState {

        public LivesOutside {
            countries = Set.copyOf(countries);
        }

        @Override
        public boolean isTrueOf(KnownSubject subject) {
            String country = subject.fact(FactEvent.COUNTRY).value();
            return !country.isEmpty() && !countries.contains(country);
        }
    }

    /**
     * An event was reported of the subject and not undone.
     *
     * @param event its name
     * @param latest the latest day on which it may have happened; empty: any
     */
    record Reported(String event, Optional<LocalDate> latest) implements SubjectState {

        @Override
        public boolean isTrueOf(KnownSubject subject) {
            String day = subject.event(event).value();
            return !day.isEmpty()
                    && latest.map(last -> !LocalDate.parse(day).isAfter(last)).orElse(true);
        }
    }

    /**
     * The subject has consented or said no.
     *
     * @param purpose to which purpose
     */
    record Answered(String purpose) implements SubjectState {

        @Override
        public boolean isTrueOf(KnownSubject subject) {
            ConsentStatus status = subject.consent(purpose).status();
            return status == ConsentStatus.GIVEN || status.isNo();
        }
    }

    /**
     * The subject said no, or took back a consent.
     *
     * @param purpose to which purpose
     * @param by the last instant from which it may count
     */
    record SaidNo(String purpose, Instant by) implements SubjectState {

        @Override
        public boolean isTrueOf(KnownSubject subject) {
            ConsentState state = subject.consent(purpose);
            return state.status().isNo() && !state.since().isAfter(by);
        }
    }

    /**
     * The subject consented, and the consent's validity has passed.
     *
     * @param purpose to which purpose
     * @param by the last instant at which it may have ended
     */
    record Expired(String purpose, Instant by) implements SubjectState {

        @Override
        public boolean isTrueOf(KnownSubject subject) {
            ConsentState state = subject.consent(purpose);
            return state.status() == ConsentStatus.GIVEN && !state.end().isAfter(by);
        }
    }

    /**
     * The subject consented to another version of the text.
     *
     * @param purpose to which purpose
     * @param text the version that counts now
     * @param by the last instant from which the consent may count
     */
    record Outdated(String purpose, int text, Instant by) implements SubjectState {

        @Override
        public boolean isTrueOf(KnownSubject subject) {
            ConsentState state = subject.consent(purpose);
            return state.status() == ConsentStatus.GIVEN
                    && state.textVersion() != text
                    && !state.since().isAfter(by);
        }
    }

    /** All of them, as simple as it can be said. */
    static DueCondition all(List<DueCondition> conditions) {
        Set<DueCondition> needed = new LinkedHashSet<>();
        for (DueCondition condition : conditions) {
            if (condition.equals(NEVER)) {
                return NEVER;
            }
            needed.addAll(condition instanceof All nested ? nested.conditions() : List.of(condition));
        }
        return needed.size() == 1 ? needed.iterator().next() : new All(new ArrayList<>(needed));
    }

    /** One of them, as simple as it can be said. */
    static DueCondition any(List<DueCondition> conditions) {
        Set<DueCondition> enough = new LinkedHashSet<>();
        for (DueCondition condition : conditions) {
            if (condition.equals(ALWAYS)) {
                return ALWAYS;
            }
            enough.addAll(condition instanceof Any nested ? nested.conditions() : List.of(condition));
        }
        return enough.size() == 1 ? enough.iterator().next() : new Any(new ArrayList<>(enough));
    }
}

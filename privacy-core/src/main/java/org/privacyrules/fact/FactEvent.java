package org.privacyrules.fact;

import java.time.Instant;
import java.util.Map;
import org.privacyrules.ledger.EntryId;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * One report of the host's about a subject.
 *
 * @param entry the report as the journal keeps it
 * @param fact which fact: a subject kind, one of {@link #COUNTRY}, {@link #OF_AGE}, {@link #NOTICE}, or the name of a retention event
 * @param change what happened to it
 * @param effective from when
 * @param value the new value, empty for a relation; of an event its day, empty if it is undone
 */
public record FactEvent(JournalEntry entry, String fact, Change change, Instant effective, String value) {

    /** The fact of the country in which the subject lives. */
    public static final String COUNTRY = "country";

    /** The fact of the day from which the subject may consent without a guardian. */
    public static final String OF_AGE = "of-age";

    /** The fact of the policy version that the subject was shown last. */
    public static final String NOTICE = "notice";

    /** What happened to a fact. */
    public enum Change {
        /** A relation began. */
        BEGAN("fact-began"),
        /** A relation ended. */
        ENDED("fact-ended"),
        /** A value was set. */
        VALUE("fact-value"),
        /** An event happened that starts or ends retention terms. */
        HAPPENED("fact-event-happened"),
        /** An event is undone: a closed case was opened again. */
        UNDONE("fact-event-undone");

        private final String kind;

        Change(String kind) {
            this.kind = kind;
        }

        /**
         * Whether it concerns an event; names of events and of other facts do not meet.
         *
         * @return true for an event that happened or is undone
         */
        public boolean isOfEvent() {
            return this == HAPPENED || this == UNDONE;
        }
    }

    static FactEvent create(
            OperationId operation,
            SubjectId subject,
            Instant at,
            String policyVersion,
            String fact,
            Change change,
            Instant effective,
            String value,
            Actor actor) {
        Payload payload = Payload.of(Map.of(
                "fact",
                fact,
                "effective",
                effective.toString(),
                "value",
                value,
                "actor",
                actor.role().name(),
                "actor-reference",
                actor.reference(),
                JournalEntry.SAME,
                same(fact, change, effective, value)));
        return read(new JournalEntry(
                EntryId.at(at), operation, subject.requireSomebody(), at, change.kind, policyVersion, "", payload));
    }

    /** What a repetition repeats: a value that is reported as of now is the same a minute later. */
    private static String same(String fact, Change change, Instant effective, String value) {
        if (change.isOfEvent()) {
            return "event " + fact + " " + value;
        }
        return switch (fact) {
            case NOTICE -> fact;
            case COUNTRY -> fact + " " + value;
            default -> fact + " " + change + " " + effective;
        };
    }

    /**
     * Whether an entry is a report of a fact.
     *
     * @param entry any entry
     * @return true if {@link #read} understands it
     */
    public static boolean isIn(JournalEntry entry) {
        return entry.kind().startsWith("fact-");
    }

    /**
     * Reads a report from the journal.
     *
     * @param entry an entry of this family
     * @return the event
     * @throws org.privacyrules.failure.PrivacyException with code {@code CORRUPT_ENTRY} if it is not one
     */
    public static FactEvent read(JournalEntry entry) {
        Payload payload = entry.payload();
        for (Change change : Change.values()) {
            if (change.kind.equals(entry.kind())) {
                return new FactEvent(
                        entry,
                        payload.require("fact"),
                        change,
                        payload.instant("effective").orElse(entry.at()),
                        payload.require("value"));
            }
        }
        throw entry.unreadable();
    }

    /**
     * Whether the new state depends on what was known before.
     *
     * @return false if the event alone decides
     */
    public boolean dependsOnState() {
        return change == Change.BEGAN || change == Change.ENDED;
    }

    /** The fact alone: value and days may be personal data. */
    @Override
    public String toString() {
        return "FactEvent(" + fact + " " + change + ")";
    }
}

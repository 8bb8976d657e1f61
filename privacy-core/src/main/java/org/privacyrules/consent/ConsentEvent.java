package org.privacyrules.consent;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.privacyrules.calendar.Span;
import org.privacyrules.ledger.EntryId;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * One act on one purpose.
 *
 * @param entry the act as the journal keeps it
 * @param kind what was done
 * @param origin how it came here
 * @param span from when to when it counts; of a pending consent: until when it can be confirmed
 * @param textVersion the version of the consent text that was shown, 0 if none
 * @param byGuardian whether the holder of parental responsibility acted
 */
public record ConsentEvent(
        JournalEntry entry, Kind kind, Origin origin, Span span, int textVersion, boolean byGuardian) {

    /** What was done. */
    public enum Kind {
        /** Consent was given. */
        GIVEN("consent-given", ConsentStatus.GIVEN),
        /** Consent was given and awaits its confirmation. */
        PENDING("consent-pending", ConsentStatus.PENDING),
        /** A pending consent was confirmed. */
        CONFIRMED("consent-confirmed", ConsentStatus.GIVEN),
        /** The question was answered with no. */
        REFUSED("consent-refused", ConsentStatus.REFUSED),
        /** The question was put away. */
        DISMISSED("consent-dismissed", ConsentStatus.DISMISSED),
        /** Consent was withdrawn. */
        WITHDRAWN("consent-withdrawn", ConsentStatus.WITHDRAWN),
        /** The subject objected. */
        OBJECTED("consent-objected", ConsentStatus.OBJECTED),
        /** The subject took an objection back. */
        OBJECTION_LIFTED("consent-objection-lifted", ConsentStatus.OBJECTION_LIFTED),
        /** Another system claims a consent that it cannot prove. */
        UNPROVEN("consent-unproven", ConsentStatus.UNKNOWN),
        /** A visitor's answer was carried over to the account that signed in, and counts there. */
        CARRIED_OVER("consent-carried-over", ConsentStatus.UNKNOWN),
        /** A visitor and an account were joined; concerns no purpose. */
        MERGED("consent-merged", ConsentStatus.UNKNOWN);

        private final String journalKind;
        private final ConsentStatus result;

        Kind(String journalKind, ConsentStatus result) {
            this.journalKind = journalKind;
            this.result = result;
        }

        /**
         * The status that the act leads to, where it takes effect.
         *
         * @return the status
         */
        public ConsentStatus result() {
            return result;
        }

        static Kind of(ConsentStatus status) {
            return switch (status) {
                case GIVEN, EXPIRED, OUTDATED -> GIVEN;
                case PENDING -> PENDING;
                case REFUSED -> REFUSED;
                case DISMISSED -> DISMISSED;
                case WITHDRAWN -> WITHDRAWN;
                case OBJECTED -> OBJECTED;
                case OBJECTION_LIFTED -> OBJECTION_LIFTED;
                case UNKNOWN -> UNPROVEN;
            };
        }
    }

    /** How an act came here. */
    public enum Origin {
        /** It was recorded as it happened: the sequence orders it. */
        DIRECT,
        /** It was taken over from another system: its own time orders it, and of two the more protective wins. */
        IMPORTED,
        /** It was carried over from a visitor who signed in. */
        VISITOR
    }

    static ConsentEvent create(
            OperationId operation,
            SubjectId subject,
            Instant at,
            String policyVersion,
            String purpose,
            Kind kind,
            Origin origin,
            Span span,
            int textVersion,
            boolean byGuardian,
            Evidence evidence) {
        Map<String, String> members = new HashMap<>();
        members.put("origin", origin.name());
        members.put("since", span.since().toString());
        span.until().ifPresent(until -> members.put("until", until.toString()));
        members.put("text-version", Integer.toString(textVersion));
        members.put("guardian", byGuardian ? "yes" : "no");
        evidence.shownText().ifPresent(hash -> members.put("text-sha256", hash.hex()));
        members.put("channel", evidence.channel().name());
        members.put("source", evidence.source());
        members.put("actor", evidence.actor().role().name());
        members.put("actor-reference", evidence.actor().reference());
        JournalEntry entry = new JournalEntry(
                EntryId.at(at),
                operation,
                subject.requireSomebody(),
                at,
                kind.journalKind,
                policyVersion,
                purpose,
                Payload.of(members));
        return read(new StoredEntry(entry, 0, at));
    }

    /**
     * Whether an entry is an act on a purpose.
     *
     * @param entry any entry
     * @return true if {@link #read} understands it
     */
    public static boolean isIn(JournalEntry entry) {
        return entry.kind().startsWith("consent-");
    }

    /**
     * Reads an act from the journal. What was recorded as it happened counts from when it was recorded, so that a clock that
     * went back cannot make it older than what it followed.
     *
     * @param stored an entry of this family
     * @return the event
     * @throws org.privacyrules.failure.PrivacyException with code {@code CORRUPT_ENTRY} or {@code UNREADABLE_ENTRY}
     */
    public static ConsentEvent read(StoredEntry stored) {
        JournalEntry entry = stored.entry();
        for (Kind kind : Kind.values()) {
            if (kind.journalKind.equals(entry.kind())) {
                Payload payload = entry.payload();
                Origin origin = payload.constant("origin", Origin.class);
                return new ConsentEvent(
                        entry,
                        kind,
                        origin,
                        span(stored, origin),
                        payload.number("text-version"),
                        payload.require("guardian").equals("yes"));
            }
        }
        throw entry.unreadable();
    }

    private static Span span(StoredEntry stored, Origin origin) {
        Payload payload = stored.entry().payload();
        Instant since = payload.instant("since").orElse(stored.recordedAt());
        Instant end = payload.instant("until").orElse(Span.NEVER);
        boolean late = origin == Origin.DIRECT && since.isBefore(stored.recordedAt());
        return new Span(late ? stored.recordedAt() : since, end);
    }

    /**
     * The purpose.
     *
     * @return its name, empty for {@link Kind#MERGED}
     */
    public String purpose() {
        return entry.purpose();
    }

    /**
     * Whether the new state depends on what was known before.
     *
     * @return false if the event alone decides, so that an adapter need not read first
     */
    public boolean dependsOnState() {
        return origin == Origin.IMPORTED
                || switch (kind) {
                    case PENDING, CONFIRMED, DISMISSED, OBJECTION_LIFTED, UNPROVEN, MERGED -> true;
                    case GIVEN, REFUSED, WITHDRAWN, OBJECTED, CARRIED_OVER -> false;
                };
    }
}

package org.privacyrules.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacyrules.calendar.Span;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.consent.ConsentState.Pending;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.fact.FactState;
import org.privacyrules.failure.PrivacyException;
import org.privacyrules.hold.RestrictionEvent;

/** One aspect of what is known of a subject, as a row. */
record StateRow(
        String aspect,
        String status,
        long sequence,
        Span span,
        int textVersion,
        boolean byGuardian,
        Pending pending,
        String value) {

    static final String RESTRICTION = "r:*";

    private static final String PURPOSE = "p:";
    private static final String FACT = "f:";
    private static final String RESTRICTED = "RESTRICTED";
    private static final String LIFTED = "LIFTED";

    static String purposeAspect(String purpose) {
        return PURPOSE + purpose;
    }

    static String factAspect(String fact) {
        return FACT + fact;
    }

    static StateRow of(String purpose, ConsentState state) {
        return new StateRow(
                purposeAspect(purpose),
                state.status().name(),
                state.sequence(),
                state.span(),
                state.textVersion(),
                state.byGuardian(),
                state.pending(),
                "");
    }

    static StateRow of(String fact, FactState state) {
        return new StateRow(
                factAspect(fact), "FACT", state.sequence(), state.span(), 0, false, Pending.NONE, state.value());
    }

    static StateRow of(RestrictionEvent event) {
        return new StateRow(
                RESTRICTION,
                event.restricted() ? RESTRICTED : LIFTED,
                0,
                Span.from(event.entry().at()),
                0,
                false,
                Pending.NONE,
                "");
    }

    /** The same, beginning no earlier than an instant. */
    StateRow notBefore(Instant instant) {
        return span.since().isBefore(instant)
                ? new StateRow(
                        aspect,
                        status,
                        sequence,
                        new Span(instant, span.end()),
                        textVersion,
                        byGuardian,
                        pending,
                        value)
                : this;
    }

    /** Reads the columns behind the subject's key. */
    static StateRow read(ResultSet row) throws SQLException {
        return new StateRow(
                row.getString("aspect"),
                row.getString("status"),
                row.getLong("seq"),
                new Span(
                        Times.read(row, "since"),
                        Times.readOptional(row, "until").orElse(Span.NEVER)),
                row.getInt("text_version"),
                row.getBoolean("by_guardian"),
                new Pending(
                        row.getInt("pending_text_version"),
                        Times.read(row, "pending_until"),
                        row.getBoolean("pending_by_guardian")),
                row.getString("fact_value"));
    }

    /** Aspect, status, since, until and the rest, as they are bound; all null for no row. */
    static @Nullable Object[] columns(@Nullable StateRow row) {
        if (row == null) {
            return new @Nullable Object[10];
        }
        return new @Nullable Object[] {
            row.aspect,
            row.status,
            Times.column(row.span.since()),
            Times.endColumn(row.span),
            row.textVersion,
            row.byGuardian,
            row.pending.textVersion(),
            Times.column(row.pending.until()),
            row.pending.byGuardian(),
            row.value
        };
    }

    private ConsentState consent() {
        return new ConsentState(consentStatus(), span, textVersion, byGuardian, pending, sequence);
    }

    /** What Java says of an unknown constant repeats it, and nobody knows what stands there. */
    private ConsentStatus consentStatus() {
        return Arrays.stream(ConsentStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(StateRow::unreadable);
    }

    private boolean restricted() {
        if (!status.equals(RESTRICTED) && !status.equals(LIFTED)) {
            throw unreadable();
        }
        return status.equals(RESTRICTED);
    }

    private static PrivacyException unreadable() {
        return new PrivacyException(
                "UNREADABLE_ENTRY",
                "What is known of a subject is stored in a word that this version of the library does not know: update it");
    }

    private FactState fact() {
        return new FactState(span, value, sequence);
    }

    /** Gathers the rows of one subject. Of two rows of one aspect, read on two connections, the later one counts. */
    static final class Gathered {

        private final Map<String, StateRow> byAspect = new HashMap<>();

        void add(StateRow row) {
            byAspect.merge(row.aspect, row, (one, other) -> one.sequence >= other.sequence ? one : other);
        }

        KnownSubject known() {
            Map<String, FactState> facts = new HashMap<>();
            Map<String, ConsentState> consents = new HashMap<>();
            boolean restricted = false;
            for (StateRow row : byAspect.values()) {
                if (row.aspect.startsWith(PURPOSE)) {
                    consents.put(row.aspect.substring(PURPOSE.length()), row.consent());
                } else if (row.aspect.startsWith(FACT)) {
                    facts.put(row.aspect.substring(FACT.length()), row.fact());
                } else {
                    restricted |= row.restricted();
                }
            }
            return new KnownSubject(facts, consents, restricted);
        }
    }
}

package org.privacyrules.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.privacyrules.calendar.Span;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.fact.FactState;
import org.privacyrules.hold.RestrictionEvent;

/** One aspect of what is known of a subject, as a row. */
record StateRow(
        String aspect, String status, long sequence, Span span, int textVersion, boolean byGuardian, String value) {

    static final String RESTRICTION = "r:*";

    private static final String PURPOSE = "p:";
    private static final String FACT = "f:";
    private static final String RESTRICTED = "RESTRICTED";

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
                "");
    }

    static StateRow of(String fact, FactState state) {
        return new StateRow(factAspect(fact), "FACT", state.sequence(), state.span(), 0, false, state.value());
    }

    static StateRow of(RestrictionEvent event, long sequence) {
        return new StateRow(
                RESTRICTION,
                event.restricted() ? RESTRICTED : "LIFTED",
                sequence,
                Span.from(event.entry().at()),
                0,
                false,
                "");
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
                row.getString("fact_value"));
    }

    private ConsentState consent() {
        return new ConsentState(ConsentStatus.valueOf(status), span, textVersion, byGuardian, sequence);
    }

    private FactState fact() {
        return new FactState(span, value, sequence);
    }

    /** Gathers the rows of one subject. */
    static final class Gathered {

        private final Map<String, FactState> facts = new HashMap<>();
        private final Map<String, ConsentState> consents = new HashMap<>();
        private boolean restricted;

        void add(StateRow row) {
            if (row.aspect.startsWith(PURPOSE)) {
                consents.put(row.aspect.substring(PURPOSE.length()), row.consent());
            } else if (row.aspect.startsWith(FACT)) {
                facts.put(row.aspect.substring(FACT.length()), row.fact());
            } else {
                restricted |= row.status.equals(RESTRICTED);
            }
        }

        KnownSubject known() {
            return new KnownSubject(facts, consents, restricted);
        }
    }
}

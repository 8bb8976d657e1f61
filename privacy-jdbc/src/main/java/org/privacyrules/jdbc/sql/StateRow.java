package org.privacyrules.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.privacyrules.calendar.Span;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.consent.ConsentState.Pending;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.fact.FactState;
import org.privacyrules.failure.PrivacyException;
import org.privacyrules.hold.RestrictionEvent;

/** One aspect of what is known of a subject, as a row. */
public record StateRow(
        String aspect,
        String status,
        long sequence,
        Span span,
        int textVersion,
        boolean byGuardian,
        Pending pending,
        String value) {

    public static final String RESTRICTION = "r:*";

    private static final String PURPOSE = "p:";
    private static final String FACT = "f:";
    private static final String EVENT = "e:";
    public static final String RESTRICTED = "RESTRICTED";
    private static final String LIFTED = "LIFTED";
    private static final Map<String, ConsentStatus> STATUSES = Arrays.stream(ConsentStatus.values())
            .collect(Collectors.toUnmodifiableMap(ConsentStatus::name, status -> status));

    public static String purposeAspect(String purpose) {
        return PURPOSE + purpose;
    }

    public static String factAspect(String fact) {
        return FACT + fact;
    }

    public static String eventAspect(String event) {
        return EVENT + event;
    }

    public static StateRow of(String purpose, ConsentState state) {
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

    public static StateRow of(FactEvent event, FactState state) {
        String aspect = event.change().isOfEvent() ? eventAspect(event.fact()) : factAspect(event.fact());
        return new StateRow(aspect, "FACT", state.sequence(), state.span(), 0, false, Pending.NONE, state.value());
    }

    public static StateRow of(RestrictionEvent event) {
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

    /** Reads the row's columns in the order of {@link Dialect#STATE_COLUMNS}, by their places: millions of rows are read at a time. */
    public static void read(ResultSet row, KnownSubject.Gathering known) throws SQLException {
        String aspect = row.getString(2);
        long sequence = row.getLong(4);
        if (aspect.startsWith(PURPOSE)) {
            known.consent(aspect.substring(PURPOSE.length()), consent(row, sequence));
        } else if (aspect.startsWith(FACT)) {
            known.fact(aspect.substring(FACT.length()), fact(row, sequence));
        } else if (aspect.startsWith(EVENT)) {
            known.event(aspect.substring(EVENT.length()), fact(row, sequence));
        } else {
            known.restriction(restricted(row.getString(3)), sequence);
        }
    }

    private static FactState fact(ResultSet row, long sequence) throws SQLException {
        String value = row.getString(12);
        return new FactState(Times.read(row, 5), end(row), value == null ? "" : value, sequence);
    }

    private static boolean restricted(String status) {
        if (!status.equals(RESTRICTED) && !status.equals(LIFTED)) {
            throw unreadable();
        }
        return status.equals(RESTRICTED);
    }

    private static ConsentStatus status(String stored) {
        ConsentStatus status = STATUSES.get(stored);
        if (status == null) {
            throw unreadable();
        }
        return status;
    }

    private static PrivacyException unreadable() {
        return new PrivacyException(
                "UNREADABLE_ENTRY",
                "What is known of a subject is stored in a word that this version of the library does not know: update it");
    }

    private static ConsentState consent(ResultSet row, long sequence) throws SQLException {
        int pendingText = row.getInt(9);
        return new ConsentState(
                status(row.getString(3)),
                Times.read(row, 5),
                end(row),
                row.getInt(7),
                row.getBoolean(8),
                pendingText == 0 ? Pending.NONE : new Pending(pendingText, Times.read(row, 10), row.getBoolean(11)),
                sequence);
    }

    private static Instant end(ResultSet row) throws SQLException {
        Instant until = Times.readOptional(row, 6);
        return until == null ? Span.NEVER : until;
    }

    /** Aspect, status, since, until and the rest, as they are bound; what the aspect does not have is null. */
    static @Nullable Object[] columns(@Nullable StateRow row) {
        @Nullable Object[] columns = new @Nullable Object[10];
        if (row == null) {
            return columns;
        }
        columns[0] = row.aspect;
        columns[1] = row.status;
        columns[2] = Times.column(row.span.since());
        columns[3] = Times.endColumn(row.span);
        if (row.aspect.startsWith(PURPOSE)) {
            columns[4] = row.textVersion;
            columns[5] = row.byGuardian;
        }
        if (!row.pending.equals(Pending.NONE)) {
            columns[6] = row.pending.textVersion();
            columns[7] = Times.column(row.pending.until());
            columns[8] = row.pending.byGuardian();
        }
        if (!row.value.isEmpty()) {
            columns[9] = row.value;
        }
        return columns;
    }
}

package org.privacyrules.jdbc.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The date of a row's own event.
 *
 * @param event its name in the policy
 * @param path where the date is
 * @param kind how it is told
 * @param zone in which a time without zone is told; of no account for the others
 * @param awaited whether it may be still to come
 */
record RowEvent(String event, ColumnPath path, Kind kind, ZoneId zone, boolean awaited) {

    /** How a date is told. */
    enum Kind {
        /** A day. */
        DAY,
        /** An instant. */
        INSTANT,
        /** A date and time on the wall of a zone. */
        WALL
    }

    /** The event happened on this day of the policy's zone, or before. */
    Sql isBy(String alias, LocalDate latest, ZoneId policyZone) {
        LocalDate behind = latest.plusDays(1);
        return switch (kind) {
            case DAY -> Sql.of(path.of(alias) + " <= ?", latest);
            case INSTANT ->
                Sql.of(path.of(alias) + " < ?", behind.atStartOfDay(policyZone).toOffsetDateTime());
            case WALL ->
                Sql.of(
                        path.of(alias) + " < ?",
                        behind.atStartOfDay(policyZone)
                                .withZoneSameInstant(zone)
                                .toLocalDateTime());
        };
    }

    /** The value as it is bound again, so that nothing of it is lost. */
    @Nullable
    Object read(ResultSet row, int column) throws SQLException {
        return switch (kind) {
            case DAY -> row.getObject(column, LocalDate.class);
            case INSTANT -> row.getObject(column, OffsetDateTime.class);
            case WALL -> row.getObject(column, LocalDateTime.class);
        };
    }

    /** The day in the policy's zone. */
    @Nullable
    LocalDate day(@Nullable Object value, ZoneId policyZone) {
        if (value == null) {
            return null;
        }
        return switch (kind) {
            case DAY -> (LocalDate) value;
            case INSTANT ->
                ((OffsetDateTime) value).atZoneSameInstant(policyZone).toLocalDate();
            case WALL ->
                ((LocalDateTime) value)
                        .atZone(zone)
                        .withZoneSameInstant(policyZone)
                        .toLocalDate();
        };
    }
}

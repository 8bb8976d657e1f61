package org.privacyrules.jdbc.data;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table as the host maps it, before anything is compared with the catalogue.
 *
 * @param table as the catalogue has it
 * @param name how reports call its data
 * @param key columns by which a row is found; empty: the primary key
 * @param people whose data a row has, each with the path to the subject's key; the first is the one meant unless told; empty: rows
 *     tell no subject at all
 * @param events the rows' own events
 * @param columns groups of columns that go together
 * @param rows the categories for which a whole row is there; empty: rows stay
 * @param filters which rows; empty: all
 * @param unjustifiedGo whether data go that nothing has ever justified
 * @param emptiesPartitions whether partitions in which every row is due are emptied as a whole
 * @param knownTriggers triggers that may fire, each with the reason why they do no harm
 */
public record TableDefinition(
        String table,
        String name,
        List<String> key,
        Map<String, List<String>> people,
        List<Event> events,
        List<Columns> columns,
        List<String> rows,
        List<Filter> filters,
        boolean unjustifiedGo,
        boolean emptiesPartitions,
        Map<String, String> knownTriggers) {

    /**
     * An event of a row's own.
     *
     * @param event its name in the policy
     * @param path columns, from foreign key to foreign key to the one with the date
     * @param zone in which a time without zone is told
     * @param awaited whether it may be still to come, so that a missing date is no fault
     */
    public record Event(String event, List<String> path, Optional<ZoneId> zone, boolean awaited) {}

    /**
     * Columns that go together.
     *
     * @param category what is in them
     * @param person whose data they are; empty: the first one
     * @param treatments what becomes of each
     */
    public record Columns(String category, String person, Map<String, Treatment> treatments) {}

    /** What becomes of a column. */
    public sealed interface Treatment {

        /** Null. */
        record Nulled() implements Treatment {}

        /** A constant. */
        record Constant(Object value) implements Treatment {}

        /** The network of an IP address: /24 of version 4, /48 of version 6. */
        record NetworkOnly() implements Treatment {}

        /** The first day of the month. */
        record MonthOnly() implements Treatment {}

        /** The first day of the year. */
        record YearOnly() implements Treatment {}

        /** The host's own. */
        record Own(UnaryOperator<@Nullable Object> function) implements Treatment {}
    }

    /**
     * Which rows.
     *
     * @param column a column of the table
     * @param test what it must be
     * @param values of {@code ONE_OF}
     */
    public record Filter(String column, Test test, List<Object> values) {

        /** What a column must be. */
        public enum Test {
            ONE_OF,
            NULL,
            NOT_NULL
        }
    }

    /**
     * What is not mapped, on purpose.
     *
     * @param table which table
     * @param column which column; empty: all of them
     * @param reason why
     * @param goesAlong whether rows of the table may be deleted by a cascade
     */
    public record Exclusion(String table, Optional<String> column, String reason, boolean goesAlong) {}
}

package org.privacyrules.jdbc;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.jdbc.data.TableDefinition;
import org.privacyrules.jdbc.data.TableDefinition.Columns;
import org.privacyrules.jdbc.data.TableDefinition.Event;
import org.privacyrules.jdbc.data.TableDefinition.Filter;
import org.privacyrules.jdbc.data.TableDefinition.Treatment;

/**
 * Says what one of the host's tables holds, for {@link JdbcPersonalData.Builder#table}. Names are those of the database's catalogue.
 * A path is one column of the table, or columns with foreign keys that lead from table to table, and the column at the end; where the
 * database knows no foreign key a step says {@code column=table.column}. Not thread-safe.
 */
public final class PersonalTable {

    private static final String MAIN = "subject";

    private final String table;
    private String name;
    private List<String> key = List.of();
    private final Map<String, List<String>> people = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Columns> columns = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final Map<String, String> knownTriggers = new LinkedHashMap<>();
    private boolean unjustifiedGo;
    private boolean emptiesPartitions;

    PersonalTable(String table) {
        this.table = table;
        this.name = table;
    }

    /**
     * How reports and the journal call the data.
     *
     * @param other the table's name unless told; needed where one table is mapped more than once
     * @return this
     */
    public PersonalTable named(String other) {
        name = other;
        return this;
    }

    /**
     * The columns by which a row is found: a unique key without nulls.
     *
     * @param names the primary key unless told
     * @return this
     */
    public PersonalTable key(String... names) {
        key = List.of(names);
        return this;
    }

    /**
     * Whose data they are. Rows that tell no subject at all, such as lines of a log, have none: their own events alone say when they
     * are due, and a hold on their category keeps them.
     *
     * @param path to the subject's key: text of varying length, a whole number or a UUID
     * @return this
     */
    public PersonalTable subject(String... path) {
        return person(MAIN, path);
    }

    /**
     * Another person whose data are in the same rows. A row goes when it is due for everybody in it.
     *
     * @param person a name for {@link ColumnsOf#of}
     * @param path to the subject's key
     * @return this
     */
    public PersonalTable person(String person, String... path) {
        if (people.putIfAbsent(person, requirePath(person, path)) != null) {
            throw new InvalidInputException(table + ": the person " + person + " is there twice");
        }
        return this;
    }

    /**
     * An event of a row's own: its day counts, and not that of the same event of the subject.
     *
     * @param event an event of the policy, or {@code collected}
     * @param path to a date or a time with zone; a missing date keeps the row and is reported
     * @return this
     */
    public PersonalTable event(String event, String... path) {
        events.add(new Event(event, requirePath(event, path), Optional.empty(), false));
        return this;
    }

    /**
     * The same where the time has no zone.
     *
     * @param event an event of the policy, or {@code collected}
     * @param zone in which the time is told
     * @param path to a date and time
     * @return this
     */
    public PersonalTable event(String event, ZoneId zone, String... path) {
        events.add(new Event(event, requirePath(event, path), Optional.of(zone), false));
        return this;
    }

    /**
     * An event that may be still to come, so that a missing date is no fault: a case that is open.
     *
     * @param event an event of the policy
     * @param path to a date or a time with zone
     * @return this
     */
    public PersonalTable awaited(String event, String... path) {
        events.add(new Event(event, requirePath(event, path), Optional.empty(), true));
        return this;
    }

    /**
     * The same where the time has no zone.
     *
     * @param event an event of the policy
     * @param zone in which the time is told
     * @param path to a date and time
     * @return this
     */
    public PersonalTable awaited(String event, ZoneId zone, String... path) {
        events.add(new Event(event, requirePath(event, path), Optional.of(zone), true));
        return this;
    }

    /**
     * Columns that are disposed of together, while the row stays.
     *
     * @param category what is in them
     * @param description which columns, and what becomes of each
     * @return this
     */
    public PersonalTable columns(String category, Consumer<ColumnsOf> description) {
        ColumnsOf described = new ColumnsOf();
        description.accept(described);
        columns.add(new Columns(category, described.person, described.treatments));
        return this;
    }

    /**
     * The row as a whole is deleted when these categories and those of all mapped columns are due.
     *
     * @param categories what is in the rest of the row
     * @return this
     */
    public PersonalTable rows(String... categories) {
        rows.addAll(List.of(categories));
        return this;
    }

    /**
     * Only rows with one of these values.
     *
     * @param column which column
     * @param values one or more
     * @return this
     */
    public PersonalTable where(String column, Object... values) {
        if (values.length == 0) {
            throw new InvalidInputException(table + ": where needs a value for " + column);
        }
        filters.add(new Filter(column, Filter.Test.ONE_OF, List.of(values)));
        return this;
    }

    /**
     * Only rows in which a column is null, such as those that are not deleted softly.
     *
     * @param column which column
     * @return this
     */
    public PersonalTable whereNull(String column) {
        filters.add(new Filter(column, Filter.Test.NULL, List.of()));
        return this;
    }

    /**
     * Only rows in which a column is not null.
     *
     * @param column which column
     * @return this
     */
    public PersonalTable whereNotNull(String column) {
        filters.add(new Filter(column, Filter.Test.NOT_NULL, List.of()));
        return this;
    }

    /**
     * Lets data go that nothing has ever justified, such as what was tracked of somebody who was never asked. Unless told they stay and
     * are reported: perhaps nobody has reported the relation yet.
     *
     * @return this
     */
    public PersonalTable lettingUnjustifiedGo() {
        unjustifiedGo = true;
        return this;
    }

    /**
     * Empties partitions of PostgreSQL as a whole when every row in them is due and nothing keeps any: in a moment, and without a dead
     * row left. The empty partition stays, for whoever makes the partitions to drop it. It is locked meanwhile from everybody, about a
     * second for a million rows; one that somebody uses is not waited for, and its rows are deleted like others.
     *
     * @return this
     */
    public PersonalTable emptyingPartitions() {
        emptiesPartitions = true;
        return this;
    }

    /**
     * Lets a trigger fire at disposal, which is refused else.
     *
     * @param trigger its name
     * @param harmless why it reaches nothing that is kept
     * @return this
     */
    public PersonalTable knowingTrigger(String trigger, String harmless) {
        knownTriggers.put(trigger, harmless);
        return this;
    }

    private List<String> requirePath(String name, String... path) {
        if (path.length == 0) {
            throw new InvalidInputException(table + ": " + name + " needs a path: a column at least");
        }
        return List.of(path);
    }

    TableDefinition definition() {
        return new TableDefinition(
                table,
                name,
                key,
                people,
                List.copyOf(events),
                List.copyOf(columns),
                List.copyOf(rows),
                List.copyOf(filters),
                unjustifiedGo,
                emptiesPartitions,
                knownTriggers);
    }

    /** Columns of one category, and what becomes of each when it is due. */
    public static final class ColumnsOf {

        private final Map<String, Treatment> treatments = new LinkedHashMap<>();
        private String person = "";

        private ColumnsOf() {}

        private void put(String column, Treatment treatment) {
            if (treatments.putIfAbsent(column, treatment) != null) {
                throw new InvalidInputException("column " + column + " is treated twice: remove one of the two");
            }
        }

        /**
         * Whose data they are, where a row has several people.
         *
         * @param name as {@link PersonalTable#person} named it; the first one unless told
         * @return this
         */
        public ColumnsOf of(String name) {
            person = name;
            return this;
        }

        /**
         * They become null.
         *
         * @param names columns
         * @return this
         */
        public ColumnsOf toNull(String... names) {
            for (String each : names) {
                put(each, new Treatment.Nulled());
            }
            return this;
        }

        /**
         * A column becomes a constant.
         *
         * @param name the column
         * @param value the same for everybody
         * @return this
         */
        public ColumnsOf to(String name, Object value) {
            put(name, new Treatment.Constant(value));
            return this;
        }

        /**
         * IP addresses are cut to their network: /24 of version 4, /48 of version 6. Text that is no address becomes null, or
         * {@code 0.0.0.0}.
         *
         * @param names columns of text, or PostgreSQL's inet
         * @return this
         */
        public ColumnsOf toNetwork(String... names) {
            for (String each : names) {
                put(each, new Treatment.NetworkOnly());
            }
            return this;
        }

        /**
         * Dates become the first day of their month.
         *
         * @param names columns
         * @return this
         */
        public ColumnsOf toMonth(String... names) {
            for (String each : names) {
                put(each, new Treatment.MonthOnly());
            }
            return this;
        }

        /**
         * Dates become the first day of their year.
         *
         * @param names columns
         * @return this
         */
        public ColumnsOf toYear(String... names) {
            for (String each : names) {
                put(each, new Treatment.YearOnly());
            }
            return this;
        }

        /**
         * A column becomes what a function of the host's makes of it. Another column of the group must tell that it was done.
         *
         * @param name the column
         * @param function gets each value that is not null, inside the transaction; it must be quick and must not throw
         * @return this
         */
        public ColumnsOf by(String name, UnaryOperator<@Nullable Object> function) {
            put(name, new Treatment.Own(function));
            return this;
        }
    }
}

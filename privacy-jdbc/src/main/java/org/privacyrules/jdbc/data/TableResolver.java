package org.privacyrules.jdbc.data;

import java.sql.Types;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.jdbc.data.MappedTable.KeyColumn;
import org.privacyrules.jdbc.data.MappedTable.Referrer;
import org.privacyrules.jdbc.data.MappedTable.Target;
import org.privacyrules.jdbc.data.TableDefinition.Columns;
import org.privacyrules.jdbc.data.TableDefinition.Event;
import org.privacyrules.jdbc.data.TableDefinition.Exclusion;
import org.privacyrules.jdbc.data.TableDefinition.Filter;
import org.privacyrules.jdbc.data.TableDefinition.Treatment;

/** Compares mappings with the catalogue, and tells everything that does not fit at once. */
final class TableResolver {

    private static final Set<Integer> DATES = Set.of(Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE);
    private static final Set<Integer> KEYS = Set.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.NUMERIC,
            Types.DECIMAL,
            Types.VARCHAR,
            Types.LONGVARCHAR,
            Types.DATE,
            Types.TIMESTAMP,
            Types.TIMESTAMP_WITH_TIMEZONE,
            Types.BINARY,
            Types.VARBINARY);

    private final HostCatalogue catalogue;
    private final QuotedNames names;
    private final List<TableDefinition> definitions;
    private final List<Exclusion> exclusions;
    private final MappingProblems problems = new MappingProblems();
    private final ColumnPaths paths;
    private final Referrers referrers;

    TableResolver(
            HostCatalogue catalogue,
            UnaryOperator<String> quoted,
            List<TableDefinition> definitions,
            List<Exclusion> exclusions) {
        this.catalogue = catalogue;
        names = new QuotedNames(quoted);
        this.definitions = definitions;
        this.exclusions = exclusions;
        paths = new ColumnPaths(catalogue, names, problems);
        referrers = new Referrers(catalogue, names, definitions, exclusions, problems);
    }

    /**
     * What is disposed of, in order: columns first, then rows, those that refer to others before them.
     *
     * @throws InvalidInputException that tells all that does not fit
     */
    List<Target> targets() {
        requireDistinctNames();
        requireDisjointSubsets();
        List<MappedTable> tables = new ArrayList<>();
        for (TableDefinition definition : definitions) {
            catalogue
                    .table(definition.table())
                    .ifPresentOrElse(
                            table -> resolve(definition, table).ifPresent(tables::add),
                            () -> problems.add(definition, "there is no such table in " + catalogue.schema()));
        }
        exclusions.forEach(this::requireExisting);
        problems.requireNone();
        return new Targets(catalogue, names).of(tables);
    }

    private void requireDistinctNames() {
        Set<String> names = new HashSet<>();
        definitions.stream()
                .filter(definition -> !names.add(definition.name()))
                .forEach(definition ->
                        problems.add(definition, "the name is there twice: give one of them another, named(…)"));
    }

    /** Of rows that belong to two mappings the one would delete what the other keeps. */
    private void requireDisjointSubsets() {
        for (int i = 0; i < definitions.size(); i++) {
            for (int j = i + 1; j < definitions.size(); j++) {
                TableDefinition one = definitions.get(i);
                TableDefinition other = definitions.get(j);
                if (one.table().equals(other.table()) && !areDisjoint(one, other)) {
                    problems.add(
                            other,
                            "the table is mapped as " + one.name()
                                    + " too, and rows may belong to both: let one column tell them apart, where(column, values)");
                }
            }
        }
    }

    private static boolean areDisjoint(TableDefinition one, TableDefinition other) {
        return one.filters().stream()
                .anyMatch(filter -> other.filters().stream().anyMatch(each -> areDisjoint(filter, each)));
    }

    private static boolean areDisjoint(Filter one, Filter other) {
        if (!one.column().equals(other.column())) {
            return false;
        }
        if (one.test() == Filter.Test.ONE_OF && other.test() == Filter.Test.ONE_OF) {
            Set<String> values =
                    one.values().stream().map(TableResolver::folded).collect(Collectors.toSet());
            return other.values().stream().noneMatch(value -> values.contains(folded(value)));
        }
        boolean isNull = one.test() == Filter.Test.NULL;
        boolean otherIsNull = other.test() == Filter.Test.NULL;
        return isNull != otherIsNull;
    }

    /** What a collation may take for equal. */
    private static String folded(Object value) {
        return value.toString().strip().toLowerCase(java.util.Locale.ROOT);
    }

    private void requireExisting(Exclusion exclusion) {
        Optional<HostTable> table = catalogue.table(exclusion.table());
        boolean exists = table.isPresent()
                && (exclusion.column().isEmpty()
                        || table.get().column(exclusion.column().get()).isPresent());
        if (!exists) {
            problems.add("excluded " + exclusion.table()
                    + exclusion.column().map(column -> "." + column).orElse("") + ": there is no such thing in "
                    + catalogue.schema());
        }
        if (exclusion.reason().isBlank()) {
            problems.add("excluded " + exclusion.table() + ": a reason is required");
        }
    }

    private Optional<MappedTable> resolve(TableDefinition definition, HostTable table) {
        int before = problems.count();
        requireDisposable(definition, table);
        List<KeyColumn> key = key(definition, table);
        Map<String, ColumnPath> people = new LinkedHashMap<>();
        definition
                .people()
                .forEach((name, path) -> paths.of(definition, table, path)
                        .filter(found -> isSubjectKey(definition, found))
                        .ifPresent(found -> people.put(name, found)));
        if (definition.people().isEmpty() && definition.events().isEmpty()) {
            problems.add(
                    definition, "whose data are they? Say subject(column); rows that tell no subject need an event");
        }
        List<RowEvent> events = new ArrayList<>();
        definition.events().forEach(event -> event(definition, table, event).ifPresent(events::add));
        definition.filters().forEach(filter -> paths.column(definition, table, filter.column()));
        requireTreatable(definition, table, key);
        if (definition.rows().isEmpty() && definition.columns().isEmpty()) {
            problems.add(definition, "what is in it? Say columns(category, …) or rows(category)");
        }
        List<Referrer> kept = definition.rows().isEmpty() ? List.of() : referrers.of(definition, table, key);
        if (definition.emptiesPartitions()) {
            requireEmptiable(definition, table);
        }
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new MappedTable(
                        definition, table, names.of(catalogue.schema(), table.name()), key, people, events, kept));
    }

    private void requireDisposable(TableDefinition definition, HostTable table) {
        if (!table.transactional()) {
            problems.add(definition, "the engine " + table.engine() + " has no transactions: make it InnoDB");
        }
        if (table.keepsHistory()) {
            problems.add(
                    definition,
                    "the table keeps the history of its rows, so that nothing that is deleted is gone: drop system"
                            + " versioning, or keep the history in a table that is mapped");
        }
        boolean inherited = catalogue.childrenOf(table.name()).stream()
                .anyMatch(child -> child.bounds().isEmpty());
        if (inherited) {
            problems.add(definition, "other tables inherit from it, and their rows would go along: map each of them");
        }
        for (HostTrigger trigger : table.triggers()) {
            boolean reached = (trigger.events().contains(HostTrigger.Event.DELETE)
                            && !definition.rows().isEmpty())
                    || (trigger.events().contains(HostTrigger.Event.UPDATE)
                            && !definition.columns().isEmpty());
            if (reached && !definition.knownTriggers().containsKey(trigger.name())) {
                problems.add(
                        definition,
                        "the trigger " + trigger.name()
                                + " fires at disposal and could reach data that are kept: look what it does, and say"
                                + " knowingTrigger(\"" + trigger.name() + "\", why it does no harm)");
            }
        }
    }

    /** A partition is emptied without a look at single rows. */
    private void requireEmptiable(TableDefinition definition, HostTable table) {
        String why = "";
        if (!table.partitioned()) {
            why = "the table has no partitions that are tables of their own, as PostgreSQL's are";
        } else if (definition.rows().isEmpty()) {
            why = "rows stay; say rows(category)";
        } else if (!definition.filters().isEmpty()) {
            why = "only some of the rows are mapped";
        } else if (!catalogue.foreignKeysTo(table.name()).isEmpty()) {
            why = "other tables refer to its rows";
        } else if (table.triggers().stream()
                .anyMatch(trigger -> trigger.events().contains(HostTrigger.Event.DELETE))) {
            why = "its triggers would not fire";
        }
        if (!why.isEmpty()) {
            problems.add(definition, "emptyingPartitions() does not go: " + why);
        }
    }

    private List<KeyColumn> key(TableDefinition definition, HostTable table) {
        List<String> columns = definition.key().isEmpty() ? table.primaryKey() : definition.key();
        if (columns.isEmpty()) {
            problems.add(definition, "the table has no primary key: name the columns by which a row is found, key(…)");
        }
        boolean unique = columns.equals(table.primaryKey())
                || table.uniqueKeys().stream().anyMatch(each -> new HashSet<>(each).equals(new HashSet<>(columns)));
        if (!columns.isEmpty() && !unique) {
            problems.add(
                    definition, "two rows may have the same " + String.join(", ", columns) + ": make it a unique key");
        }
        List<KeyColumn> key = new ArrayList<>();
        for (String name : columns) {
            paths.column(definition, table, name).ifPresent(column -> {
                if (column.nullable()) {
                    problems.add(definition, "column " + name + " of the key may be null");
                }
                if (!KEYS.contains(column.jdbcType()) && !DataDialect.isUuid(column)) {
                    problems.add(definition, "a key of type " + column.type() + " is not supported");
                }
                key.add(new KeyColumn(column, names.of(name)));
            });
        }
        return key;
    }

    private boolean isSubjectKey(TableDefinition definition, ColumnPath path) {
        HostColumn column = path.column();
        boolean fits = column.jdbcType() == Types.VARCHAR
                || column.jdbcType() == Types.LONGVARCHAR
                || column.jdbcType() == Types.SMALLINT
                || column.jdbcType() == Types.INTEGER
                || column.jdbcType() == Types.BIGINT
                || DataDialect.isUuid(column);
        if (!fits) {
            problems.add(
                    definition,
                    path.words() + " is " + column.type()
                            + ", and a subject's key is text of varying length, a whole number or a UUID");
        }
        return fits;
    }

    private Optional<RowEvent> event(TableDefinition definition, HostTable table, Event event) {
        return paths.of(definition, table, event.path()).flatMap(path -> {
            int type = path.column().jdbcType();
            if (!DATES.contains(type)) {
                problems.add(
                        definition,
                        "the event " + event.event() + " is " + path.column().type()
                                + ", and a date or time is required");
                return Optional.empty();
            }
            if (type == Types.TIMESTAMP && event.zone().isEmpty()) {
                problems.add(
                        definition,
                        "the event " + event.event() + " is a time without zone: say in which one it is told, "
                                + "event(\"" + event.event() + "\", ZoneId.of(\"UTC\"), …)");
                return Optional.empty();
            }
            RowEvent.Kind kind = type == Types.DATE
                    ? RowEvent.Kind.DAY
                    : type == Types.TIMESTAMP ? RowEvent.Kind.WALL : RowEvent.Kind.INSTANT;
            ZoneId zone = event.zone().orElse(ZoneOffset.UTC);
            return Optional.of(new RowEvent(event.event(), path, kind, zone, event.awaited()));
        });
    }

    private void requireTreatable(TableDefinition definition, HostTable table, List<KeyColumn> key) {
        Set<String> treated = new HashSet<>();
        Set<String> keyNames = key.stream().map(each -> each.column().name()).collect(Collectors.toSet());
        for (Columns group : definition.columns()) {
            if (!group.person().isEmpty() && !definition.people().containsKey(group.person())) {
                problems.add(
                        definition,
                        "there is no person " + group.person() + " in it: say person(\"" + group.person()
                                + "\", column)");
            }
            boolean told = group.treatments().values().stream().anyMatch(each -> !(each instanceof Treatment.Own));
            if (!told) {
                problems.add(
                        definition,
                        "columns of " + group.category()
                                + ": a function of your own needs another column beside it that tells that it was done,"
                                + " such as to(\"anonymised\", true)");
            }
            group.treatments()
                    .forEach((name, treatment) -> paths.column(definition, table, name)
                            .ifPresent(column -> {
                                if (!treated.add(name)) {
                                    problems.add(definition, "column " + name + " is mapped twice");
                                }
                                if (keyNames.contains(name) || column.generated()) {
                                    problems.add(
                                            definition,
                                            "column " + name + " cannot be changed: it is of the key or generated");
                                }
                                requireFits(definition, column, treatment);
                            }));
        }
    }

    private void requireFits(TableDefinition definition, HostColumn column, Treatment treatment) {
        if (treatment instanceof Treatment.Nulled && !column.nullable()) {
            problems.add(
                    definition, "column " + column.name() + " must not be null: give it a constant, to(column, value)");
        }
        boolean isDate = DATES.contains(column.jdbcType());
        if ((treatment instanceof Treatment.MonthOnly || treatment instanceof Treatment.YearOnly) && !isDate) {
            problems.add(definition, "column " + column.name() + " is " + column.type() + " and no date");
        }
        boolean isAddress = DataDialect.isText(column) || column.type().equals("inet");
        if (treatment instanceof Treatment.NetworkOnly && !isAddress) {
            problems.add(definition, "column " + column.name() + " is " + column.type() + " and no address as text");
        }
    }
}

package org.privacyrules.jdbc.data;

import java.sql.Types;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.privacyrules.disposal.MappedData;
import org.privacyrules.disposal.MappedData.Part;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.jdbc.data.ForeignKey.DeleteRule;
import org.privacyrules.jdbc.data.MappedTable.ColumnTreatment;
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
    private final UnaryOperator<String> quoted;
    private final List<TableDefinition> definitions;
    private final List<Exclusion> exclusions;
    private final List<String> problems = new ArrayList<>();

    TableResolver(
            HostCatalogue catalogue,
            UnaryOperator<String> quoted,
            List<TableDefinition> definitions,
            List<Exclusion> exclusions) {
        this.catalogue = catalogue;
        this.quoted = quoted;
        this.definitions = definitions;
        this.exclusions = exclusions;
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
                            () -> problem(definition, "there is no such table in " + catalogue.schema()));
        }
        exclusions.forEach(this::requireExisting);
        List<Target> columns = new ArrayList<>();
        List<Target> rows = new ArrayList<>();
        for (MappedTable table : inOrderOfDeletion(tables)) {
            columns.addAll(columnTargets(table));
            if (!table.definition().rows().isEmpty()) {
                rows.add(rowTarget(table));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(
                    "the mapping of personal data does not fit the tables:\n- " + String.join("\n- ", problems));
        }
        columns.addAll(rows);
        return columns;
    }

    private void problem(TableDefinition definition, String what) {
        problems.add(definition.name() + ": " + what);
    }

    private void requireDistinctNames() {
        Set<String> names = new HashSet<>();
        definitions.stream()
                .filter(definition -> !names.add(definition.name()))
                .forEach(definition ->
                        problem(definition, "the name is there twice: give one of them another, named(…)"));
    }

    /** Of rows that belong to two mappings the one would delete what the other keeps. */
    private void requireDisjointSubsets() {
        for (int i = 0; i < definitions.size(); i++) {
            for (int j = i + 1; j < definitions.size(); j++) {
                TableDefinition one = definitions.get(i);
                TableDefinition other = definitions.get(j);
                if (one.table().equals(other.table()) && !areDisjoint(one, other)) {
                    problem(
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
        int before = problems.size();
        requireDisposable(definition, table);
        List<KeyColumn> key = key(definition, table);
        Map<String, ColumnPath> people = new LinkedHashMap<>();
        definition
                .people()
                .forEach((name, path) -> path(definition, table, path)
                        .filter(found -> isSubjectKey(definition, found))
                        .ifPresent(found -> people.put(name, found)));
        if (definition.people().isEmpty() && definition.events().isEmpty()) {
            problem(definition, "whose data are they? Say subject(column); rows that tell no subject need an event");
        }
        List<RowEvent> events = new ArrayList<>();
        definition.events().forEach(event -> event(definition, table, event).ifPresent(events::add));
        definition.filters().forEach(filter -> column(definition, table, filter.column()));
        requireTreatable(definition, table, key);
        if (definition.rows().isEmpty() && definition.columns().isEmpty()) {
            problem(definition, "what is in it? Say columns(category, …) or rows(category)");
        }
        List<Referrer> referrers = definition.rows().isEmpty() ? List.of() : referrers(definition, table, key);
        if (definition.emptiesPartitions()) {
            requireEmptiable(definition, table);
        }
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new MappedTable(
                        definition,
                        table,
                        qualified(catalogue.schema(), table.name()),
                        key,
                        people,
                        events,
                        referrers));
    }

    private void requireDisposable(TableDefinition definition, HostTable table) {
        if (!table.transactional()) {
            problem(definition, "the engine " + table.engine() + " has no transactions: make it InnoDB");
        }
        if (table.keepsHistory()) {
            problem(
                    definition,
                    "the table keeps the history of its rows, so that nothing that is deleted is gone: drop system"
                            + " versioning, or keep the history in a table that is mapped");
        }
        boolean inherited = catalogue.childrenOf(table.name()).stream()
                .anyMatch(child -> child.bounds().isEmpty());
        if (inherited) {
            problem(definition, "other tables inherit from it, and their rows would go along: map each of them");
        }
        for (HostTrigger trigger : table.triggers()) {
            boolean reached = (trigger.events().contains(HostTrigger.Event.DELETE)
                            && !definition.rows().isEmpty())
                    || (trigger.events().contains(HostTrigger.Event.UPDATE)
                            && !definition.columns().isEmpty());
            if (reached && !definition.knownTriggers().containsKey(trigger.name())) {
                problem(
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
            problem(definition, "emptyingPartitions() does not go: " + why);
        }
    }

    private String qualified(String schema, String table) {
        return quoted.apply(schema) + "." + quoted.apply(table);
    }

    private Optional<HostColumn> column(TableDefinition definition, HostTable table, String name) {
        Optional<HostColumn> column = table.column(name);
        if (column.isEmpty()) {
            String known = table.columns().stream().map(HostColumn::name).collect(Collectors.joining(", "));
            problem(definition, "there is no column " + name + " in " + table.name() + ", but " + known);
        }
        return column;
    }

    private List<KeyColumn> key(TableDefinition definition, HostTable table) {
        List<String> names = definition.key().isEmpty() ? table.primaryKey() : definition.key();
        if (names.isEmpty()) {
            problem(definition, "the table has no primary key: name the columns by which a row is found, key(…)");
        }
        boolean unique = names.equals(table.primaryKey())
                || table.uniqueKeys().stream().anyMatch(each -> new HashSet<>(each).equals(new HashSet<>(names)));
        if (!names.isEmpty() && !unique) {
            problem(definition, "two rows may have the same " + String.join(", ", names) + ": make it a unique key");
        }
        List<KeyColumn> key = new ArrayList<>();
        for (String name : names) {
            column(definition, table, name).ifPresent(column -> {
                if (column.nullable()) {
                    problem(definition, "column " + name + " of the key may be null");
                }
                if (!KEYS.contains(column.jdbcType()) && !DataDialect.isUuid(column)) {
                    problem(definition, "a key of type " + column.type() + " is not supported");
                }
                key.add(new KeyColumn(column, quoted.apply(name)));
            });
        }
        return key;
    }

    /** Follows foreign keys by the column that has them, or {@code column=table.column} where the database knows of none. */
    private Optional<ColumnPath> path(TableDefinition definition, HostTable from, List<String> words) {
        List<ColumnPath.Hop> hops = new ArrayList<>();
        HostTable at = from;
        for (String word : words.subList(0, words.size() - 1)) {
            Optional<Reference> reference = reference(definition, at, word);
            if (reference.isEmpty()) {
                return Optional.empty();
            }
            hops.add(reference.get().hop());
            at = reference.get().table();
        }
        return column(definition, at, words.get(words.size() - 1))
                .map(column -> new ColumnPath(String.join(" > ", words), hops, column, quoted.apply(column.name())));
    }

    /** A hop with the table at its end. */
    private record Reference(ColumnPath.Hop hop, HostTable table) {}

    private Optional<Reference> reference(TableDefinition definition, HostTable at, String word) {
        int equals = word.indexOf('=');
        if (equals > 0) {
            return explicit(definition, at, word.substring(0, equals), word.substring(equals + 1));
        }
        List<ForeignKey> keys = catalogue.foreignKeysFrom(at.name()).stream()
                .filter(key -> key.name().equals(word) || key.columns().equals(List.of(word)))
                .toList();
        if (keys.size() != 1) {
            problem(
                    definition,
                    (keys.isEmpty() ? "there is no foreign key " : "there are several foreign keys ") + word + " in "
                            + at.name() + ": name the constraint, or say \"" + word + "=table.column\"");
            return Optional.empty();
        }
        ForeignKey key = keys.get(0);
        Optional<HostTable> to = key.to().schema().equals(catalogue.schema())
                ? catalogue.table(key.to().table())
                : Optional.empty();
        if (to.isEmpty()) {
            problem(definition, word + " leads to the schema " + key.to().schema() + ", which is not mapped here");
        }
        return to.map(table -> new Reference(hop(key.columns(), table, key.toColumns()), table));
    }

    private Optional<Reference> explicit(TableDefinition definition, HostTable at, String column, String target) {
        int dot = target.lastIndexOf('.');
        Optional<HostTable> table = dot < 0 ? Optional.empty() : catalogue.table(target.substring(0, dot));
        if (table.isEmpty()) {
            problem(definition, column + "=" + target + ": there is no such table in " + catalogue.schema());
            return Optional.empty();
        }
        String name = target.substring(dot + 1);
        boolean unique = table.get().primaryKey().equals(List.of(name))
                || table.get().uniqueKeys().contains(List.of(name));
        if (!unique) {
            problem(definition, target + " may be there twice: a path needs a unique key at each step");
        }
        column(definition, at, column);
        return Optional.of(new Reference(hop(List.of(column), table.get(), List.of(name)), table.get()));
    }

    private ColumnPath.Hop hop(List<String> from, HostTable table, List<String> to) {
        return new ColumnPath.Hop(
                from.stream().map(quoted).toList(),
                qualified(catalogue.schema(), table.name()),
                to.stream().map(quoted).toList());
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
            problem(
                    definition,
                    path.words() + " is " + column.type()
                            + ", and a subject's key is text of varying length, a whole number or a UUID");
        }
        return fits;
    }

    private Optional<RowEvent> event(TableDefinition definition, HostTable table, Event event) {
        return path(definition, table, event.path()).flatMap(path -> {
            int type = path.column().jdbcType();
            if (!DATES.contains(type)) {
                problem(
                        definition,
                        "the event " + event.event() + " is " + path.column().type()
                                + ", and a date or time is required");
                return Optional.empty();
            }
            if (type == Types.TIMESTAMP && event.zone().isEmpty()) {
                problem(
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
                problem(
                        definition,
                        "there is no person " + group.person() + " in it: say person(\"" + group.person()
                                + "\", column)");
            }
            boolean told = group.treatments().values().stream().anyMatch(each -> !(each instanceof Treatment.Own));
            if (!told) {
                problem(
                        definition,
                        "columns of " + group.category()
                                + ": a function of your own needs another column beside it that tells that it was done,"
                                + " such as to(\"anonymised\", true)");
            }
            group.treatments()
                    .forEach((name, treatment) -> column(definition, table, name)
                            .ifPresent(column -> {
                                if (!treated.add(name)) {
                                    problem(definition, "column " + name + " is mapped twice");
                                }
                                if (keyNames.contains(name) || column.generated()) {
                                    problem(
                                            definition,
                                            "column " + name + " cannot be changed: it is of the key or generated");
                                }
                                requireFits(definition, column, treatment);
                            }));
        }
    }

    private void requireFits(TableDefinition definition, HostColumn column, Treatment treatment) {
        if (treatment instanceof Treatment.Nulled && !column.nullable()) {
            problem(definition, "column " + column.name() + " must not be null: give it a constant, to(column, value)");
        }
        boolean isDate = DATES.contains(column.jdbcType());
        if ((treatment instanceof Treatment.MonthOnly || treatment instanceof Treatment.YearOnly) && !isDate) {
            problem(definition, "column " + column.name() + " is " + column.type() + " and no date");
        }
        boolean isAddress = DataDialect.isText(column) || column.type().equals("inet");
        if (treatment instanceof Treatment.NetworkOnly && !isAddress) {
            problem(definition, "column " + column.name() + " is " + column.type() + " and no address as text");
        }
    }

    /** What a delete would reach beside the row: rows that are mapped are waited for, others are refused. */
    private List<Referrer> referrers(TableDefinition definition, HostTable table, List<KeyColumn> key) {
        List<Referrer> referrers = new ArrayList<>();
        for (ForeignKey foreign : catalogue.foreignKeysTo(table.name())) {
            boolean here = foreign.from().schema().equals(catalogue.schema());
            String from = foreign.from().table();
            boolean mapped =
                    here && definitions.stream().anyMatch(each -> each.table().equals(from));
            boolean passive = foreign.onDelete().isPassive();
            if (!mapped && !passive) {
                if (here && goesAlong(from)) {
                    requireContained(definition, from, new HashSet<>());
                    if (foreign.onDelete() == DeleteRule.CASCADE) {
                        requireDeletable(definition, from, new HashSet<>());
                    }
                    continue;
                }
                problem(
                        definition,
                        "to delete a row reaches rows of " + foreign.from().schema() + "." + from + " ("
                                + foreign.name() + ", on delete "
                                + foreign.onDelete()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', ' ')
                                + "), which is not mapped: map it, or say goesAlong(\"" + from + "\", why)");
            }
            referrers.add(referrer(foreign, table, key));
        }
        return referrers;
    }

    private boolean goesAlong(String table) {
        return exclusions.stream().anyMatch(each -> each.table().equals(table) && each.goesAlong());
    }

    /** What goes along must not take others along. */
    private void requireContained(TableDefinition definition, String table, Set<String> seen) {
        if (!seen.add(table)) {
            return;
        }
        for (ForeignKey foreign : catalogue.foreignKeysTo(table)) {
            String from = foreign.from().table();
            boolean passive = foreign.onDelete().isPassive();
            if (!passive && (!foreign.from().schema().equals(catalogue.schema()) || !goesAlong(from))) {
                problem(
                        definition,
                        table + " goes along, and would take rows of " + from + " along (" + foreign.name() + "): map "
                                + table + ", or say goesAlong(\"" + from + "\", why)");
            } else if (!passive) {
                requireContained(definition, from, seen);
            }
        }
        catalogue
                .table(table)
                .ifPresent(found -> found.triggers().stream()
                        .filter(trigger -> trigger.events().contains(HostTrigger.Event.DELETE))
                        .filter(trigger -> !definition.knownTriggers().containsKey(trigger.name()))
                        .forEach(trigger -> problem(
                                definition,
                                table + " goes along, and its trigger " + trigger.name()
                                        + " fires: say knowingTrigger(\"" + trigger.name()
                                        + "\", why it does no harm)")));
    }

    /** What goes along must not be held fast: the database would refuse to delete the row that it goes along with. */
    private void requireDeletable(TableDefinition definition, String table, Set<String> seen) {
        if (!seen.add(table)) {
            return;
        }
        for (ForeignKey foreign : catalogue.foreignKeysTo(table)) {
            String from = foreign.from().table();
            boolean passive = foreign.onDelete().isPassive();
            if (passive) {
                problem(
                        definition,
                        table + " goes along, and rows of " + from + " may hold it fast (" + foreign.name()
                                + "), so that the database would refuse: map " + table);
            } else if (foreign.onDelete() == DeleteRule.CASCADE && goesAlong(from)) {
                requireDeletable(definition, from, seen);
            }
        }
    }

    /** A row that refers to itself does not keep itself. */
    private Referrer referrer(ForeignKey foreign, HostTable table, List<KeyColumn> key) {
        boolean itself = foreign.from().schema().equals(catalogue.schema())
                && foreign.from().table().equals(table.name());
        return new Referrer(
                qualified(foreign.from().schema(), foreign.from().table()),
                foreign.columns().stream().map(quoted).toList(),
                foreign.toColumns().stream().map(quoted).toList(),
                itself ? key.stream().map(KeyColumn::sql).toList() : List.of());
    }

    private List<Target> columnTargets(MappedTable table) {
        List<Target> targets = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Columns group : table.definition().columns()) {
            int number = seen.merge(group.category(), 1, Integer::sum);
            String name = table.definition().name() + "." + group.category() + (number > 1 ? "-" + number : "");
            List<ColumnTreatment> treatments = new ArrayList<>();
            group.treatments()
                    .forEach((column, treatment) -> treatments.add(new ColumnTreatment(
                            table.table().column(column).orElseThrow(), quoted.apply(column), treatment)));
            MappedData data = new MappedData(
                    name,
                    table.table().name(),
                    words(group.treatments()),
                    List.of(part(table, person(table, group), group.category())),
                    table.definition().unjustifiedGo());
            targets.add(new Target(data, table, treatments));
        }
        return targets;
    }

    private static String person(MappedTable table, Columns group) {
        return group.person().isEmpty() ? people(table).iterator().next() : group.person();
    }

    /** Rows that tell no subject are nobody's that is known. */
    private static Collection<String> people(MappedTable table) {
        return table.people().isEmpty() ? List.of("") : table.people().keySet();
    }

    private static Part part(MappedTable table, String person, String category) {
        return new Part(
                person, category, table.events().stream().map(RowEvent::event).collect(Collectors.toSet()));
    }

    private static String words(Map<String, Treatment> treatments) {
        return treatments.entrySet().stream()
                .map(each -> each.getKey() + " " + word(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String word(Treatment treatment) {
        if (treatment instanceof Treatment.Nulled) {
            return "emptied";
        }
        if (treatment instanceof Treatment.Constant) {
            return "replaced";
        }
        if (treatment instanceof Treatment.NetworkOnly) {
            return "cut to the network";
        }
        if (treatment instanceof Treatment.MonthOnly) {
            return "cut to the month";
        }
        return treatment instanceof Treatment.YearOnly ? "cut to the year" : "changed";
    }

    /** A row goes when everything in it is due. */
    private Target rowTarget(MappedTable table) {
        List<Part> parts = new ArrayList<>();
        for (String category : table.definition().rows()) {
            people(table).forEach(person -> parts.add(part(table, person, category)));
        }
        for (Columns group : table.definition().columns()) {
            Part part = part(table, person(table, group), group.category());
            if (!parts.contains(part)) {
                parts.add(part);
            }
        }
        MappedData data = new MappedData(
                table.definition().name(),
                table.table().name(),
                "row deleted",
                parts,
                table.definition().unjustifiedGo());
        return new Target(data, table, List.of());
    }

    /** What refers to others comes before them; in a circle by name. */
    private List<MappedTable> inOrderOfDeletion(Collection<MappedTable> tables) {
        List<MappedTable> ordered = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        Map<String, List<MappedTable>> byTable = new LinkedHashMap<>();
        tables.forEach(table -> byTable.computeIfAbsent(table.table().name(), unseen -> new ArrayList<>())
                .add(table));
        new TreeSet<>(byTable.keySet()).forEach(name -> place(name, byTable, placed, ordered));
        return ordered;
    }

    private void place(
            String name, Map<String, List<MappedTable>> byTable, Set<String> placed, List<MappedTable> ordered) {
        if (!placed.add(name)) {
            return;
        }
        catalogue.foreignKeysTo(name).stream()
                .map(key -> key.from().table())
                .filter(byTable::containsKey)
                .sorted()
                .forEach(child -> place(child, byTable, placed, ordered));
        ordered.addAll(byTable.getOrDefault(name, List.of()));
    }

    /** What makes disposal slow, for whoever runs the database. */
    List<String> advice(List<Target> targets) {
        Set<String> advice = new TreeSet<>();
        for (Target target : targets) {
            MappedTable table = target.table();
            List<RowEvent> local = table.events().stream()
                    .filter(event -> event.path().isLocal())
                    .toList();
            boolean found = local.stream().anyMatch(event -> Anchors.isIndexed(table, event.path()));
            if (!local.isEmpty() && !found) {
                advice.add(table.table().name() + ": an index on "
                        + local.get(0).path().column().name()
                        + " would let a sweep find what is due; without one it reads the whole table");
            }
            for (ForeignKey foreign : catalogue.foreignKeysTo(table.table().name())) {
                boolean indexed = !foreign.from().schema().equals(catalogue.schema())
                        || catalogue.table(foreign.from().table()).stream()
                                .flatMap(from -> from.indexes().stream())
                                .anyMatch(index -> index.whole()
                                        && index.columns()
                                                .get(0)
                                                .equals(foreign.columns().get(0)));
                if (target.isRows() && !indexed) {
                    advice.add(foreign.from().table() + ": an index on "
                            + String.join(", ", foreign.columns()) + " would let a sweep see quickly whether a row of "
                            + table.table().name() + " is still referred to");
                }
            }
        }
        return List.copyOf(advice);
    }
}

package org.privacyrules.jdbc.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.privacyrules.jdbc.data.Coverage.ColumnName;
import org.privacyrules.jdbc.data.Coverage.Level;
import org.privacyrules.jdbc.data.Coverage.Remark;
import org.privacyrules.jdbc.data.MappedTable.Target;
import org.privacyrules.jdbc.data.TableDefinition.Columns;
import org.privacyrules.jdbc.data.TableDefinition.Exclusion;
import org.privacyrules.jdbc.data.TableDefinition.Filter;
import org.privacyrules.jdbc.sql.Connections;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.JdbcFailure;

/** Looks at every column of a schema: whether a mapping says what becomes of it, or why nothing has to. */
public final class CoverageCheck {

    private final HostCatalogue catalogue;
    private final Dialect dialect;
    private final List<MappedTable> mapped;
    private final List<Exclusion> exclusions;
    private final Set<String> libraryTables;
    private final SampledRows rows;
    private final List<Remark> remarks = new ArrayList<>();
    private final SortedMap<String, SortedSet<ColumnName>> byCategory = new TreeMap<>();

    private CoverageCheck(
            HostCatalogue catalogue,
            Dialect dialect,
            List<MappedTable> mapped,
            List<Exclusion> exclusions,
            Set<String> libraryTables,
            SampledRows rows) {
        this.catalogue = catalogue;
        this.dialect = dialect;
        this.mapped = mapped;
        this.exclusions = exclusions;
        this.libraryTables = libraryTables;
        this.rows = rows;
    }

    /**
     * Reads the catalogue, and some rows of what stays.
     *
     * @param libraryTables the library's own, which need no mapping
     */
    public static Coverage read(
            Connections connections,
            Dialect dialect,
            Optional<String> schema,
            List<TableDefinition> definitions,
            List<Exclusion> exclusions,
            Set<String> libraryTables,
            Clock clock) {
        try (Connection connection = connections.own()) {
            HostCatalogue own = HostCatalogue.of(connection, dialect);
            HostCatalogue catalogue = schema.filter(name -> !name.equals(own.schema()))
                    .map(name -> HostCatalogue.of(connection, dialect, name))
                    .orElse(own);
            boolean beside = dialect.names().schema().orElse(own.schema()).equals(catalogue.schema());
            List<MappedTable> mapped = new TableResolver(catalogue, dialect::quoted, definitions, exclusions)
                    .targets().stream().map(Target::table).distinct().toList();
            return new CoverageCheck(
                            catalogue,
                            dialect,
                            mapped,
                            exclusions,
                            beside ? folded(libraryTables) : Set.of(),
                            new SampledRows(connection, dialect, catalogue.schema(), clock))
                    .coverage();
        } catch (SQLException e) {
            throw JdbcFailure.of("read the host's tables", e);
        }
    }

    /** H2 has them in capitals. */
    private static Set<String> folded(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private Coverage coverage() {
        List<HostTable> tables = catalogue.tables().stream()
                .filter(table -> !libraryTables.contains(table.name().toLowerCase(Locale.ROOT)))
                .filter(table -> !isPartition(table))
                .toList();
        tables.forEach(this::look);
        mapped.forEach(this::collectCategories);
        remarks.sort(Comparator.comparing(Remark::table).thenComparing(Remark::column));
        int columns = tables.stream().mapToInt(table -> table.columns().size()).sum();
        return new Coverage(tables.size(), columns, List.copyOf(remarks), byCategory);
    }

    private boolean isPartition(HostTable table) {
        return catalogue.parentsOf(table.name()).stream()
                .anyMatch(parent ->
                        parent.bounds().isPresent() && parent.parent().schema().equals(catalogue.schema()));
    }

    /** Why a column stays as it is. */
    private record Staying(HostColumn column, Level level, String why, String remedy) {}

    private void look(HostTable table) {
        List<MappedTable> mappings =
                mapped.stream().filter(each -> each.table().equals(table)).toList();
        Set<String> leading = leadingElsewhere(table);
        List<Staying> staying = new ArrayList<>();
        for (HostColumn column : table.columns()) {
            boolean goes = !mappings.isEmpty() && mappings.stream().allMatch(each -> goes(each, column));
            if (goes) {
                requireNotExcluded(table, column, mappings);
            } else {
                boolean known = leading.contains(column.name())
                        || (!mappings.isEmpty() && mappings.stream().allMatch(each -> isKnown(each, column)));
                staying.add(staying(table, column, known));
            }
        }
        judge(table, staying);
        requireAllRows(table, mappings);
    }

    /** With the row, or by a treatment. */
    private static boolean goes(MappedTable mapping, HostColumn column) {
        return !mapping.definition().rows().isEmpty() || isTreated(mapping, column);
    }

    private static boolean isTreated(MappedTable mapping, HostColumn column) {
        return mapping.definition().columns().stream()
                .anyMatch(group -> group.treatments().containsKey(column.name()));
    }

    /** Something is told of it: it finds the row, the person or the day. */
    private boolean isKnown(MappedTable mapping, HostColumn column) {
        String sql = dialect.quoted(column.name());
        return goes(mapping, column)
                || mapping.key().stream().anyMatch(key -> key.sql().equals(sql))
                || mapping.definition().filters().stream()
                        .anyMatch(filter -> filter.column().equals(column.name()))
                || paths(mapping).stream().anyMatch(path -> startsAt(path, sql));
    }

    private static List<ColumnPath> paths(MappedTable mapping) {
        List<ColumnPath> paths = new ArrayList<>(mapping.people().values());
        mapping.events().forEach(event -> paths.add(event.path()));
        return paths;
    }

    private static boolean startsAt(ColumnPath path, String sql) {
        return path.isLocal()
                ? path.quotedColumn().equals(sql)
                : path.hops().get(0).from().contains(sql);
    }

    /** The columns of a table over which the paths of other tables lead. */
    private Set<String> leadingElsewhere(HostTable table) {
        String sql = dialect.quoted(catalogue.schema()) + "." + dialect.quoted(table.name());
        Set<String> leading = new HashSet<>();
        mapped.stream().flatMap(each -> paths(each).stream()).forEach(path -> {
            for (int i = 0; i < path.hops().size(); i++) {
                if (path.hops().get(i).table().equals(sql)) {
                    leading.addAll(path.hops().get(i).to());
                    leading.addAll(
                            i + 1 < path.hops().size() ? path.hops().get(i + 1).from() : List.of(path.quotedColumn()));
                }
            }
        });
        return table.columns().stream()
                .map(HostColumn::name)
                .filter(name -> leading.contains(dialect.quoted(name)))
                .collect(Collectors.toSet());
    }

    private Optional<Exclusion> exclusion(HostTable table, Optional<String> column) {
        return exclusions.stream()
                .filter(each ->
                        each.table().equals(table.name()) && each.column().equals(column))
                .findFirst();
    }

    private Staying staying(HostTable table, HostColumn column, boolean known) {
        String itself = "exclude(\"" + table.name() + "\", \"" + column.name() + "\", why)";
        Optional<Exclusion> alone = exclusion(table, Optional.of(column.name()));
        if (alone.isPresent()) {
            return new Staying(
                    column,
                    Level.HINT,
                    "is excluded (" + alone.get().reason() + ")",
                    "look at it again when that changes");
        }
        Optional<Exclusion> whole = exclusion(table, Optional.empty());
        if (whole.isPresent() || known) {
            return new Staying(
                    column,
                    Level.WARNING,
                    whole.isPresent() ? "is excluded with its table" : "stays when its row is treated",
                    "map it, or say " + itself);
        }
        return new Staying(column, Level.GAP, "is not mapped", "map it, or say " + itself);
    }

    private void requireNotExcluded(HostTable table, HostColumn column, List<MappedTable> mappings) {
        boolean treated = mappings.stream().anyMatch(each -> isTreated(each, column));
        if (exclusion(table, Optional.empty()).isPresent()
                || (treated && exclusion(table, Optional.of(column.name())).isPresent())) {
            remarks.add(new Remark(
                    Level.WARNING, table.name(), column.name(), "is mapped and excluded: remove one of the two"));
        }
    }

    private void judge(HostTable table, List<Staying> staying) {
        if (staying.isEmpty()) {
            return;
        }
        Optional<Map<String, Set<PersonalValue>>> values =
                rows.of(table, staying.stream().map(Staying::column).toList());
        if (values.isEmpty()) {
            remarks.add(new Remark(
                    Level.HINT, table.name(), "", "could not be looked at: a right is missing, or it took too long"));
        }
        for (Staying each : staying) {
            String looks = looks(
                    each.column(),
                    values.orElse(Map.of()).getOrDefault(each.column().name(), Set.of()));
            if (each.level() == Level.GAP || !looks.isEmpty()) {
                remarks.add(new Remark(
                        each.level(),
                        table.name(),
                        each.column().name(),
                        each.why() + (looks.isEmpty() ? "" : ", and " + looks) + ": " + each.remedy()));
            }
        }
    }

    private static String looks(HostColumn column, Set<PersonalValue> values) {
        List<String> looks = new ArrayList<>();
        PersonalName.meaning(column).ifPresent(meaning -> looks.add("its name says " + meaning));
        if (column.type().toLowerCase(Locale.ROOT).matches("inet[46]?|cidr")) {
            looks.add("its type is " + column.type());
        }
        if (!values.isEmpty()) {
            looks.add("values look like "
                    + values.stream().map(PersonalValue::words).collect(Collectors.joining(" and ")));
        }
        return String.join(", ", looks);
    }

    private void requireAllRows(HostTable table, List<MappedTable> mappings) {
        if (mappings.isEmpty() || haveAllRows(mappings)) {
            return;
        }
        Set<String> by = new TreeSet<>();
        mappings.forEach(mapping -> mapping.definition().filters().forEach(filter -> by.add(filter.column())));
        boolean told = by.stream()
                .anyMatch(column -> exclusion(table, Optional.of(column)).isPresent());
        remarks.add(new Remark(
                told ? Level.HINT : Level.WARNING,
                table.name(),
                String.join(", ", by),
                "tells which rows are mapped, and nothing says what becomes of the others: map them, or say exclude(\""
                        + table.name() + "\", \"" + by.iterator().next() + "\", why)"));
    }

    private static boolean haveAllRows(List<MappedTable> mappings) {
        Map<String, Set<Filter.Test>> alone = new LinkedHashMap<>();
        for (MappedTable mapping : mappings) {
            List<Filter> filters = mapping.definition().filters();
            if (filters.isEmpty()) {
                return true;
            }
            if (filters.size() == 1) {
                alone.computeIfAbsent(filters.get(0).column(), unseen -> new HashSet<>())
                        .add(filters.get(0).test());
            }
        }
        return alone.values().stream()
                .anyMatch(tests -> tests.contains(Filter.Test.NULL) && tests.contains(Filter.Test.NOT_NULL));
    }

    private void collectCategories(MappedTable mapping) {
        HostTable table = mapping.table();
        for (Columns group : mapping.definition().columns()) {
            group.treatments().keySet().forEach(column -> collect(group.category(), table, column));
        }
        for (String category : mapping.definition().rows()) {
            table.columns().stream()
                    .filter(column -> !isTreated(mapping, column))
                    .filter(column ->
                            exclusion(table, Optional.of(column.name())).isEmpty())
                    .forEach(column -> collect(category, table, column.name()));
        }
    }

    private void collect(String category, HostTable table, String column) {
        byCategory.computeIfAbsent(category, unseen -> new TreeSet<>()).add(new ColumnName(table.name(), column));
    }
}

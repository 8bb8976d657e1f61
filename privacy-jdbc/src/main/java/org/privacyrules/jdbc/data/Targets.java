package org.privacyrules.jdbc.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.privacyrules.disposal.MappedData;
import org.privacyrules.disposal.MappedData.Part;
import org.privacyrules.jdbc.data.MappedTable.ColumnTreatment;
import org.privacyrules.jdbc.data.MappedTable.Target;
import org.privacyrules.jdbc.data.TableDefinition.Columns;
import org.privacyrules.jdbc.data.TableDefinition.Treatment;

/** Puts together what is disposed of, in its order. */
final class Targets {

    private final HostCatalogue catalogue;
    private final QuotedNames names;

    Targets(HostCatalogue catalogue, QuotedNames names) {
        this.catalogue = catalogue;
        this.names = names;
    }

    /** Columns first, then rows, those that refer to others before them. */
    List<Target> of(Collection<MappedTable> tables) {
        List<Target> columns = new ArrayList<>();
        List<Target> rows = new ArrayList<>();
        for (MappedTable table : inOrderOfDeletion(tables)) {
            columns.addAll(columnTargets(table));
            if (!table.definition().rows().isEmpty()) {
                rows.add(rowTarget(table));
            }
        }
        columns.addAll(rows);
        return columns;
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
                            table.table().column(column).orElseThrow(), names.of(column), treatment)));
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
}

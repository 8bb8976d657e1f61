package org.privacyrules.jdbc.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.privacyrules.jdbc.data.ForeignKey.DeleteRule;
import org.privacyrules.jdbc.data.MappedTable.KeyColumn;
import org.privacyrules.jdbc.data.MappedTable.Referrer;
import org.privacyrules.jdbc.data.TableDefinition.Exclusion;

/** Finds out what a delete would reach beside the row. */
final class Referrers {

    private final HostCatalogue catalogue;
    private final QuotedNames names;
    private final List<TableDefinition> definitions;
    private final List<Exclusion> exclusions;
    private final MappingProblems problems;

    Referrers(
            HostCatalogue catalogue,
            QuotedNames names,
            List<TableDefinition> definitions,
            List<Exclusion> exclusions,
            MappingProblems problems) {
        this.catalogue = catalogue;
        this.names = names;
        this.definitions = definitions;
        this.exclusions = exclusions;
        this.problems = problems;
    }

    /** What a delete would reach beside the row: rows that are mapped are waited for, others are refused. */
    List<Referrer> of(TableDefinition definition, HostTable table, List<KeyColumn> key) {
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
                problems.add(
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
                problems.add(
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
                        .forEach(trigger -> problems.add(
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
                problems.add(
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
                names.of(foreign.from().schema(), foreign.from().table()),
                names.of(foreign.columns()),
                names.of(foreign.toColumns()),
                itself ? key.stream().map(KeyColumn::sql).toList() : List.of());
    }
}

package org.privacyrules.jdbc.data;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.privacyrules.jdbc.data.MappedTable.Target;

/** Tells what makes disposal slow. */
final class SweepAdvice {

    private final HostCatalogue catalogue;

    SweepAdvice(HostCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** For whoever runs the database. */
    List<String> of(List<Target> targets) {
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

package org.privacyrules.jdbc.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds columns, and the paths over references that lead to them. */
final class ColumnPaths {

    private final HostCatalogue catalogue;
    private final QuotedNames names;
    private final MappingProblems problems;

    ColumnPaths(HostCatalogue catalogue, QuotedNames names, MappingProblems problems) {
        this.catalogue = catalogue;
        this.names = names;
        this.problems = problems;
    }

    Optional<HostColumn> column(TableDefinition definition, HostTable table, String name) {
        Optional<HostColumn> column = table.column(name);
        if (column.isEmpty()) {
            String known = table.columns().stream().map(HostColumn::name).collect(Collectors.joining(", "));
            problems.add(definition, "there is no column " + name + " in " + table.name() + ", but " + known);
        }
        return column;
    }

    /** Follows foreign keys by the column that has them, or {@code column=table.column} where the database knows of none. */
    Optional<ColumnPath> of(TableDefinition definition, HostTable from, List<String> words) {
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
                .map(column -> new ColumnPath(String.join(" > ", words), hops, column, names.of(column.name())));
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
            problems.add(
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
            problems.add(definition, word + " leads to the schema " + key.to().schema() + ", which is not mapped here");
        }
        return to.map(table -> new Reference(hop(key.columns(), table, key.toColumns()), table));
    }

    private Optional<Reference> explicit(TableDefinition definition, HostTable at, String column, String target) {
        int dot = target.lastIndexOf('.');
        Optional<HostTable> table = dot < 0 ? Optional.empty() : catalogue.table(target.substring(0, dot));
        if (table.isEmpty()) {
            problems.add(definition, column + "=" + target + ": there is no such table in " + catalogue.schema());
            return Optional.empty();
        }
        String name = target.substring(dot + 1);
        boolean unique = table.get().primaryKey().equals(List.of(name))
                || table.get().uniqueKeys().contains(List.of(name));
        if (!unique) {
            problems.add(definition, target + " may be there twice: a path needs a unique key at each step");
        }
        column(definition, at, column);
        return Optional.of(new Reference(hop(List.of(column), table.get(), List.of(name)), table.get()));
    }

    private ColumnPath.Hop hop(List<String> from, HostTable table, List<String> to) {
        return new ColumnPath.Hop(names.of(from), names.of(catalogue.schema(), table.name()), names.of(to));
    }
}

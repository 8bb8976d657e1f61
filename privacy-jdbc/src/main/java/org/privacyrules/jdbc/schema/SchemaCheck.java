package org.privacyrules.jdbc.schema;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.schema.SchemaScript.Table;
import org.privacyrules.jdbc.sql.Catalogue;
import org.privacyrules.jdbc.sql.Column;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.Index;
import org.privacyrules.jdbc.sql.TableNames;

/** Compares the tables that are there with those that the scripts make. What is there beside them is a newer library's. */
final class SchemaCheck {

    private final Catalogue catalogue;
    private final TableNames names;
    private final SchemaScript expected;
    private final Map<String, Map<String, Column>> columns;
    private final List<Index> indexes;
    private final Map<String, String> unsafe;
    private final StringBuilder remedies = new StringBuilder();

    SchemaCheck(Connection connection, Dialect dialect, SchemaScript expected) {
        this.catalogue = dialect.catalogue();
        this.names = dialect.names();
        this.expected = expected;
        this.columns = catalogue.columns(connection);
        this.indexes = catalogue.indexes(connection);
        this.unsafe = catalogue.unsafeTables(connection);
    }

    boolean has(String table) {
        return columns.containsKey(names.table(table));
    }

    /**
     * Refuses tables that are not as they must be, with the statements that make them so.
     *
     * @param tables which, by name as the scripts have them
     * @throws StorageException with code {@code SCHEMA_WRONG}
     */
    void requireAsExpected(Predicate<String> tables) {
        expected.tables().values().stream()
                .filter(table -> tables.test(table.name()))
                .forEach(this::compare);
        if (!remedies.isEmpty()) {
            throw new StorageException(
                    "SCHEMA_WRONG",
                    "the tables are not as they must be. Let their owner run:\n" + remedies,
                    Ground.CHECK,
                    "",
                    0);
        }
    }

    private void compare(Table table) {
        String host = names.table(table.name());
        Map<String, Column> found = columns.getOrDefault(host, Map.of());
        table.columns().forEach((name, wanted) -> compare(table.name(), name, wanted, found));
        compareKey(table, host);
        expected.indexes().stream()
                .filter(index -> index.table().equals(table.name()))
                .forEach(index -> compare(index, host));
        if (unsafe.containsKey(host)) {
            tell(
                    "table " + host + " " + unsafe.get(host),
                    List.of("alter table " + catalogue.dialect().named(table.name()) + " " + catalogue.safe()));
        }
    }

    private void compare(String table, String name, Column wanted, Map<String, Column> found) {
        String where = "column " + name + " of " + names.table(table);
        Column column = found.get(name);
        if (column == null) {
            tell(where + " is not there", List.of(catalogue.addColumn(table, name, wanted)));
        } else if (!column.equals(wanted)) {
            tell(where + " is " + column + " and must be " + wanted, catalogue.change(table, name, wanted, column));
        }
    }

    private void compareKey(Table table, String host) {
        Index wanted = table.key(host);
        if (isServed(wanted)) {
            return;
        }
        List<String> remedy = new ArrayList<>();
        of(host).filter(Index::primary)
                .findFirst()
                .ifPresent(other -> remedy.add(catalogue.dropPrimaryKey(table.name(), other.name())));
        remedy.add(catalogue.addPrimaryKey(table.name(), table.primaryKey()));
        tell("table " + host + " has another primary key or none", remedy);
    }

    private void compare(Index index, String host) {
        if (isServed(index.on(host))) {
            return;
        }
        List<String> remedy = new ArrayList<>();
        Optional<Index> other = of(host).filter(found -> found.name().equals(names.table(index.name())))
                .findFirst();
        other.ifPresent(found -> remedy.add(catalogue.dropIndex(index.table(), index.name())));
        remedy.add(catalogue.createIndex(index));
        tell("table " + host + " lacks an index", remedy);
    }

    private Stream<Index> of(String host) {
        return indexes.stream().filter(index -> index.table().equals(host));
    }

    private boolean isServed(Index wanted) {
        return indexes.stream().anyMatch(wanted::isServedBy);
    }

    /** A name that a host has chosen for its schema is never in a comment, which it could end. */
    private void tell(String problem, List<String> remedy) {
        remedies.append("-- ").append(problem).append('\n');
        remedy.forEach(statement -> remedies.append(statement).append(";\n"));
    }
}

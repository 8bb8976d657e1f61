package org.privacyrules.jdbc.data;

import java.sql.Connection;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.privacyrules.jdbc.sql.Dialect;

/**
 * What a database's catalogue knows of the host's tables in one schema, as it was when it was read. Names are those of the
 * catalogue, to the letter. Immutable.
 *
 * <p>MariaDB does not show all to a user with few rights: no triggers without the right {@code TRIGGER} on the table, and no
 * references from tables on which the user has no right at all. Rows there are reached all the same.
 */
final class HostCatalogue {

    private final String schema;
    private final Map<String, HostTable> tables;
    private final List<ForeignKey> foreignKeys;
    private final List<HostChild> children;

    HostCatalogue(String schema, List<HostTable> tables, List<ForeignKey> foreignKeys, List<HostChild> children) {
        this.schema = schema;
        this.tables = Collections.unmodifiableMap(tables.stream()
                .collect(Collectors.toMap(
                        HostTable::name, Function.identity(), (one, same) -> one, LinkedHashMap::new)));
        this.foreignKeys = List.copyOf(foreignKeys);
        this.children = List.copyOf(children);
    }

    /** The tables of the schema in which the connection makes its own. */
    static HostCatalogue of(Connection connection, Dialect dialect) {
        HostReader reader = new HostReader(connection, dialect);
        return reader.read(reader.ownSchema());
    }

    /** The tables of a schema; on MariaDB of a database. */
    static HostCatalogue of(Connection connection, Dialect dialect, String schema) {
        return new HostReader(connection, dialect).read(schema);
    }

    String schema() {
        return schema;
    }

    Optional<HostTable> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** By name. */
    Collection<HostTable> tables() {
        return tables.values();
    }

    /** References to a table of this schema, from other schemas too. */
    List<ForeignKey> foreignKeysTo(String table) {
        return foreignKeys.stream().filter(key -> isHere(key.to(), table)).toList();
    }

    /** References from a table of this schema, to other schemas too. */
    List<ForeignKey> foreignKeysFrom(String table) {
        return foreignKeys.stream().filter(key -> isHere(key.from(), table)).toList();
    }

    /** The partitions of a table of this schema and those that inherit from it, in other schemas too; not the children's children. */
    List<HostChild> childrenOf(String table) {
        return children.stream().filter(child -> isHere(child.parent(), table)).toList();
    }

    /** What a table of this schema is a partition of or inherits from. */
    List<HostChild> parentsOf(String table) {
        return children.stream().filter(child -> isHere(child.child(), table)).toList();
    }

    private boolean isHere(TableName name, String table) {
        return name.schema().equals(schema) && name.table().equals(table);
    }
}

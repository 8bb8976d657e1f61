package org.privacyrules.jdbc.sql;

import java.util.Optional;
import org.privacyrules.jdbc.sql.Dialect.Query;

/**
 * What is asked of a database's catalogue about the host's own tables: each time of a whole schema, so that the number of
 * statements does not grow with that of tables. Columns come in the order that is told here; rows that belong together lie together.
 */
public interface HostQueries {

    /** The schema in which the connection makes its tables. */
    String ownSchema();

    /** Table, whether it is cut into partitions that are tables, engine, whether it has transactions, whether it keeps old rows. */
    Query tables(String schema);

    /** Table, column, type in full, the type's name for {@link #jdbcType}, size or 0, whether it may be null, whether it is generated. */
    Query columns(String schema);

    /** Table, index, whether it is the primary key, is unique, is whole, and column by column in its order. */
    Query indexes(String schema);

    /**
     * Name, schema, table and column of what refers; schema, table and column of what is referred to; delete rule in the words of the
     * standard. One of the schemas is the wanted one.
     */
    Query foreignKeys(String schema);

    /** Table, trigger, whether it fires on delete, whether on update; on one row or on several. */
    Query triggers(String schema);

    /** Schema and table of a child, schema and table of its parent, bounds if it is a partition; empty if no table has children. */
    default Optional<Query> children(String schema) {
        return Optional.empty();
    }

    /** The constant of {@link java.sql.Types}; {@code OTHER} for what JDBC has no word for. */
    int jdbcType(String name);
}

package org.privacyrules.jdbc;

import java.sql.SQLException;

/** Keeps other nodes from changing the tables at the same time. */
interface SchemaLock extends AutoCloseable {

    /** The tables are as they must be. */
    default void commit() throws SQLException {}

    @Override
    default void close() throws SQLException {}
}

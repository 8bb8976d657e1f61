package org.privacyrules.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** Keeps other nodes from changing the tables at the same time. */
public interface SchemaLock extends AutoCloseable {

    /** The tables are as they must be. */
    void commit() throws SQLException;

    /** Commits rows where statements that make tables commit by themselves. */
    default void commitRows(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    @Override
    void close() throws SQLException;
}

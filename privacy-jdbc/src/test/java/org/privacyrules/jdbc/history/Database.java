package org.privacyrules.jdbc.history;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Where a database is reached, in words that can be handed to another process.
 *
 * @param url for JDBC
 * @param user who
 * @param password of a test's own database
 */
record Database(String url, String user, String password) {

    private static final int CONNECTIONS = 2;

    /** A data source that is closed when it is no longer needed. */
    interface Pool extends AutoCloseable {

        DataSource dataSource();

        @Override
        void close() throws SQLException;
    }

    /** Fewer connections than a node has threads, as in most services. */
    Pool open() {
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, user, password);
        pool.setMaxConnections(CONNECTIONS);
        return new Pool() {
            @Override
            public DataSource dataSource() {
                return pool;
            }

            @Override
            public void close() {
                pool.dispose();
            }
        };
    }
}

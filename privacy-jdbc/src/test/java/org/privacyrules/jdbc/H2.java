package org.privacyrules.jdbc;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Embedded H2 databases with the tables. */
final class H2 {

    private H2() {}

    static DataSource empty() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    static DataSource withTables() {
        DataSource dataSource = empty();
        SchemaScripts.forDatabase(dataSource).apply(dataSource);
        return dataSource;
    }

    static JdbcStorage storage() {
        return JdbcStorage.on(withTables());
    }
}

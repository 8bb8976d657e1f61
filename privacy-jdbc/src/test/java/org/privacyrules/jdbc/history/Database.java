package org.privacyrules.jdbc.history;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.privacyrules.jdbc.servers.TestDatabase;

/**
 * Where a database is reached, in words that can be handed to another process.
 *
 * @param url for JDBC
 * @param user who
 * @param password of a test's own database
 */
record Database(String url, String user, String password) {

    private static final int CONNECTIONS = 2;

    static Database of(TestDatabase database) {
        return new Database(database.url(), database.user(), database.password());
    }

    /** Fewer connections than a node has threads, as in most services. */
    HikariDataSource open() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }
}

package org.privacyrules.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.privacyrules.jdbc.schema.SchemaScript;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database user who may do what {@link SchemaScripts#grants} says, and nothing else. */
final class RestrictedUser implements AutoCloseable {

    private static final String PASSWORD = "x";

    private final TestDatabase database;
    private final String name;
    private final HikariDataSource pool = new HikariDataSource();

    private RestrictedUser(TestDatabase database) {
        this.database = database;
        // H2 asks for users in capitals.
        name = "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        database.execute(
                switch (database.product()) {
                    case POSTGRESQL -> "create role " + quoted() + " login password '" + PASSWORD + "'";
                    case H2 -> "create user " + quoted() + " password '" + PASSWORD + "'";
                    default -> "create user " + quoted() + " identified by '" + PASSWORD + "'";
                });
        // What follows the first semicolon are settings, which only an administrator may change.
        pool.setJdbcUrl(database.url().replaceFirst(";.*", ""));
        pool.setUsername(name);
        pool.setPassword(PASSWORD);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
    }

    /** A user without any right. */
    static RestrictedUser without(TestDatabase database) {
        return new RestrictedUser(database);
    }

    /** A user with the rights that the scripts name. */
    static RestrictedUser of(TestDatabase database, SchemaScripts... scripts) {
        RestrictedUser user = new RestrictedUser(database);
        for (SchemaScripts each : scripts) {
            SchemaScript.statements(each.grants(user.quoted())).forEach(database::execute);
        }
        return user;
    }

    /** As {@code grant} and {@code revoke} want it. */
    String quoted() {
        return switch (database.product()) {
            case POSTGRESQL, H2 -> '"' + name + '"';
            default -> "`" + name + "`@`%`";
        };
    }

    DataSource dataSource() {
        return pool;
    }

    /** A new connection each time, with the settings that the user has by then. */
    DataSource unpooled() {
        return new DriverManagerDataSource(pool.getJdbcUrl(), name, PASSWORD);
    }

    @Override
    public void close() {
        pool.close();
    }
}

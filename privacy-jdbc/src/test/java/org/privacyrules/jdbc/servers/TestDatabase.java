package org.privacyrules.jdbc.servers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.opentest4j.TestAbortedException;

/** A new, empty database of one product. */
public final class TestDatabase implements AutoCloseable {

    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+");
    private static final int MOST_CONNECTIONS = 20;
    private static final Path ANNOUNCED = Path.of("target", "databases.txt");
    private static final Set<TestDatabase> POOLED = ConcurrentHashMap.newKeySet();
    private static final Set<String> ANNOUNCED_LINES = ConcurrentHashMap.newKeySet();

    /** What runs the database, and whose driver is used. */
    public enum Product {
        H2("H2", ""),
        POSTGRESQL("PostgreSQL", "privacy.postgresql"),
        MARIADB("MariaDB", "privacy.mariadb"),
        /** MariaDB by way of MySQL's driver. */
        MARIADB_BY_CONNECTOR_J("MariaDB", "privacy.mariadb");

        private final String databaseName;
        private final String property;

        Product(String databaseName, String property) {
            this.databaseName = databaseName;
            this.property = property;
        }

        /** Why its tests cannot run on this machine; never on the platform that the build has servers for. */
        Optional<String> missing() {
            boolean there = this == H2
                    || Machine.isLinuxAmd64()
                    || NamedServer.from(property).isPresent();
            return there ? Optional.empty() : Optional.of(Machine.withoutServers(databaseName, property + ".url"));
        }

        private DatabaseHost host() {
            return NamedServer.from(property)
                    .orElseGet(() -> this == POSTGRESQL ? PostgresServer.shared() : MariaDbServer.shared());
        }
    }

    private final Product product;
    private final String url;
    private final String user;
    private final String password;
    private final Runnable drop;
    private HikariDataSource pool;

    private TestDatabase(Product product, String url, String user, String password, Runnable drop) {
        this.product = product;
        this.url = url;
        this.user = user;
        this.password = password;
        this.drop = drop;
    }

    /** Aborts the test where the product does not run; on linux-amd64 it runs, or this fails. */
    public static TestDatabase create(Product product) {
        product.missing().ifPresent(why -> {
            throw new TestAbortedException(why);
        });
        if (product == Product.H2) {
            String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
            return new TestDatabase(product, url, "sa", "", () -> {});
        }
        return on(product, product.host());
    }

    /** A new database on a server of the test's own. */
    public static TestDatabase createOn(DatabaseServer server) {
        return on(server instanceof PostgresServer ? Product.POSTGRESQL : Product.MARIADB, server);
    }

    private static TestDatabase on(Product product, DatabaseHost host) {
        String name = host.createDatabase();
        String url = host.url(name);
        if (product == Product.MARIADB_BY_CONNECTOR_J) {
            url = url.replaceFirst("^jdbc:mariadb:", "jdbc:mysql:");
        }
        return new TestDatabase(product, url, host.user(), host.password(), () -> host.dropDatabase(name));
    }

    /**
     * A pool of at most 20 connections, made on first use. It keeps idle ones only until another database's pool is made:
     * many databases share one server.
     */
    public synchronized DataSource dataSource() {
        if (pool == null) {
            POOLED.forEach(TestDatabase::releaseIdle);
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setUsername(user);
            config.setPassword(password);
            config.setMaximumPoolSize(MOST_CONNECTIONS);
            config.setMinimumIdle(0);
            config.setIdleTimeout(10_000);
            pool = new HikariDataSource(config);
            POOLED.add(this);
            JvmEnd.closes(pool);
        }
        return pool;
    }

    /** A new connection each time. */
    public DataSource unpooled() {
        return new DriverDataSource(url, user, password);
    }

    /** The same, with an option of the driver's in the URL. */
    public DataSource unpooledWith(String option) {
        return new DriverDataSource(url + (url.contains("?") ? "&" : "?") + option, user, password);
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    public Product product() {
        return product;
    }

    /** Runs statements as the owner, each in its own transaction. */
    public void execute(String... sql) {
        try (Connection connection = unpooled().getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Such as {@code 17.11}. */
    public String productVersion() {
        return read(metaData -> version(metaData.getDatabaseProductVersion()));
    }

    /** Notes once which product and driver a test class ran on, for the build's report; not on the console. */
    public TestDatabase announce(Class<?> test) {
        String line = read(metaData -> product.databaseName + " "
                + version(metaData.getDatabaseProductVersion())
                + " (" + driver() + " " + version(metaData.getDriverVersion()) + "): " + test.getName() + "\n");
        if (ANNOUNCED_LINES.add(line)) {
            try {
                Files.createDirectories(ANNOUNCED.getParent());
                Files.writeString(
                        ANNOUNCED, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** Drops the database. What is not closed goes with its server. */
    @Override
    public synchronized void close() {
        if (pool != null) {
            POOLED.remove(this);
            JvmEnd.forget(pool);
            pool.close();
            pool = null;
        }
        if (product == Product.H2) {
            execute("shutdown");
        }
        drop.run();
    }

    private String driver() {
        return product == Product.MARIADB_BY_CONNECTOR_J ? "MySQL Connector/J" : "driver";
    }

    private void releaseIdle() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private String read(Reading reading) {
        try (Connection connection = unpooled().getConnection()) {
            return reading.from(connection.getMetaData());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String version(String said) {
        return VERSION.matcher(said)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse(said);
    }

    private interface Reading {
        String from(DatabaseMetaData metaData) throws SQLException;
    }
}

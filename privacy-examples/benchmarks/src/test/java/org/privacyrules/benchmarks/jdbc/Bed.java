package org.privacyrules.benchmarks.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.privacyrules.PrivacyRules;
import org.privacyrules.contract.Fixture;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.SchemaScripts;
import org.privacyrules.jdbc.servers.DatabaseServer;

/** One database with the library's tables and plain ones, in which the same people have said the same. */
final class Bed implements AutoCloseable {

    static final String PURPOSE = "tracking";
    static final String TENANT = "company";

    /** The day on which all is measured: before the policy's second version, after some consents have run out. */
    static final Instant TODAY = Fixture.START.plus(Duration.ofDays(120));

    private static final int CONNECTIONS = 10;

    final Product product;
    final DatabaseServer server;
    final String database;
    final HikariDataSource pool;
    final PrivacyRules rules;
    final Plain plain;
    private final Crowd crowd;
    private int size;

    Bed(DatabaseServer server) throws SQLException {
        this.server = server;
        product = Product.of(server);
        database = server.createDatabase();
        pool = pool(server.url(database) + product.options(), server.user(), server.password(), CONNECTIONS);
        SchemaScripts.forDatabase(pool).apply(pool);
        execute(pool, product.plainTables());
        crowd = Crowd.prepare(product, pool);
        rules = rules(JdbcStorage.on(pool));
        plain = new Plain(product, pool, crowd.payload());
    }

    static HikariDataSource pool(String url, String user, String password, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    /** The library as a host uses it; its clock ticks, from {@link #TODAY} on. */
    static PrivacyRules rules(JdbcStorage storage) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), TODAY));
        return PrivacyRules.builder()
                .tenant(TENANT)
                .policy(Fixture.policy("1", Fixture.START, 1))
                .publishOnStart()
                .storage(storage)
                .clock(clock)
                .build();
    }

    static LocalDateTime now() {
        return LocalDateTime.ofInstant(TODAY, ZoneOffset.UTC);
    }

    static void execute(DataSource dataSource, List<String> statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** All that is known of this many subjects. */
    Bed grow(int subjects, boolean events) throws SQLException {
        if (subjects > size) {
            crowd.add(size + 1, subjects, events);
            size = subjects;
        }
        return this;
    }

    int size() {
        return size;
    }

    String anyKey() {
        return key(1 + ThreadLocalRandom.current().nextInt(size));
    }

    static String key(int subject) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(("s" + subject).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String table) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}

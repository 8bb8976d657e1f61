package org.privacyrules.jdbc.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/** A server that somebody else runs; its user may create databases. */
record NamedServer(String adminUrl, String user, String password) implements DatabaseHost {

    /** The server in the system properties {@code <prefix>.url}, {@code .user} and {@code .password}, if any. */
    static Optional<DatabaseHost> from(String prefix) {
        return Optional.ofNullable(System.getProperty(prefix + ".url"))
                .map(url -> new NamedServer(
                        url, System.getProperty(prefix + ".user", ""), System.getProperty(prefix + ".password", "")));
    }

    @Override
    public String createDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        administer("create database " + name);
        JvmEnd.closes(() -> dropDatabase(name));
        return name;
    }

    @Override
    public void dropDatabase(String database) {
        administer("drop database if exists " + database);
    }

    @Override
    public String url(String database) {
        return adminUrl.replaceFirst("^(jdbc:\\w+://[^/?]+)(/[^?]*)?", "$1/" + database);
    }

    @Override
    public String toString() {
        return "a named server";
    }

    private void administer(String sql) {
        try (Connection connection = DriverManager.getConnection(adminUrl, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.privacyrules.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.privacyrules.Storage;
import org.privacyrules.TenantStorage;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.schema.Ground;
import org.privacyrules.jdbc.sql.Connections;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.HostConnections;
import org.privacyrules.jdbc.sql.JdbcFailure;
import org.privacyrules.jdbc.sql.TableNames;
import org.privacyrules.jdbc.store.JdbcTenant;
import org.privacyrules.subject.Tenant;

/**
 * Storage in PostgreSQL, MariaDB or H2. Thread-safe; several tenants and nodes may share one schema.
 *
 * <p>A command is one transaction at READ COMMITTED on a connection of the data source, which gets its auto-commit and isolation
 * back; it is committed when the call returns, and nothing of it remains if the call fails. What lost against another transaction,
 * or lost its connection, is tried again up to five times with the same operation id. A read is one statement. With
 * {@link Builder#joining} both become part of the host's transaction. The tables are made by {@link SchemaScripts}, never at run
 * time unasked.
 */
public final class JdbcStorage implements Storage {

    private final Connections connections;
    private final Dialect dialect;
    private final Duration patience;
    private final String product;

    private JdbcStorage(Connections connections, Dialect dialect, Duration patience, String product) {
        this.connections = connections;
        this.dialect = dialect;
        this.patience = patience;
        this.product = product;
    }

    /**
     * Storage on a data source, in transactions of its own, in the tables that {@link SchemaScripts} makes.
     *
     * @param dataSource the primary database, never a replica; a pool
     * @return the storage
     * @throws StorageException as {@link Builder#build()}
     */
    public static JdbcStorage on(DataSource dataSource) {
        return builder(dataSource).build();
    }

    /**
     * Storage with settings.
     *
     * @param dataSource the primary database, never a replica; a pool
     * @return a builder
     */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    @Override
    public TenantStorage forTenant(Tenant tenant) {
        return new JdbcTenant(connections, dialect, patience, tenant);
    }

    Connections connections() {
        return connections;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The database's product and version, and what it does not promise. */
    @Override
    public String toString() {
        return product;
    }

    /** What the host has written, as the packages below know it. */
    private record Hosts(ConnectionSource source) implements HostConnections {

        @Override
        public Optional<Connection> current() throws SQLException {
            return source.current();
        }

        @Override
        public void release(Connection connection) {
            source.release(connection);
        }
    }

    /** Says where the tables are and whose transactions count. */
    public static final class Builder {

        private final DataSource dataSource;
        private TableNames names = TableNames.DEFAULT;
        private Duration patience = Duration.ofSeconds(5);
        private @Nullable ConnectionSource hosts;
        private @Nullable DataSource beside;

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /**
         * The schema of the tables; on MariaDB the database.
         *
         * @param name as the database's catalogue has it; the connection's own schema unless told
         * @return this
         */
        public Builder inSchema(String name) {
            names = names.inSchema(name);
            return this;
        }

        /**
         * How the names of the tables begin.
         *
         * @param prefix 1 to 30 characters of {@code a-z 0-9 _}; {@code privacy_} unless told
         * @return this
         */
        public Builder withPrefix(String prefix) {
            names = names.withPrefix(prefix);
            return this;
        }

        /**
         * How long placing and releasing a hold waits for those who destroy data, and they for it, in transactions of the library's
         * own, before it fails with {@code STORAGE_BUSY}. In the host's transaction the host's own setting counts.
         *
         * @param atMost a millisecond to an hour; MariaDB counts whole seconds; five seconds unless told
         * @return this
         */
        public Builder waitingForGate(Duration atMost) {
            if (atMost.toMillis() < 1 || atMost.compareTo(Duration.ofHours(1)) > 0) {
                throw new InvalidInputException("waitingForGate: a millisecond to an hour is allowed");
            }
            patience = atMost;
            return this;
        }

        /**
         * Makes commands and decisions part of the host's transaction where it has one open. The host commits: until then nobody
         * else sees the command. A command that fails leaves nothing in the host's transaction on MariaDB and H2; on PostgreSQL it
         * aborts it. It is not tried again: the host repeats its transaction.
         *
         * @param source tells the host's connection; its database must be that of the data source
         * @return this
         */
        public Builder joining(ConnectionSource source) {
            hosts = source;
            return this;
        }

        /**
         * Lets decisions inside the host's transaction see what others have committed since it began, whatever its isolation:
         * they read once on the host's connection and once here, and the later of the two counts.
         *
         * @param small another pool of one or two connections to the same database; never the pool of the host's transactions,
         *     whose threads would wait for each other
         * @return this
         */
        public Builder readingBeside(DataSource small) {
            beside = small;
            return this;
        }

        /**
         * Storage on checked ground.
         *
         * @return the storage
         * @throws StorageException with code {@code UNSUPPORTED_DATABASE}, {@code SCHEMA_MISSING}, {@code SCHEMA_WRONG},
         *     {@code STORAGE_FORBIDDEN}, {@code STORAGE_READ_ONLY}, {@code NOT_DURABLE} or {@code STORAGE_UNAVAILABLE}; the message
         *     tells the remedy
         */
        public JdbcStorage build() {
            try (Connection connection = dataSource.getConnection()) {
                Dialect dialect = Dialect.of(connection, names);
                Ground ground = new Ground(connection, dialect);
                String product = ground.check();
                if (beside != null) {
                    ground.requireSameDatabase(beside);
                }
                return new JdbcStorage(
                        new Connections(
                                dataSource,
                                dialect,
                                Optional.ofNullable(hosts).map(Hosts::new),
                                Optional.ofNullable(beside)),
                        dialect,
                        patience,
                        product);
            } catch (SQLException e) {
                throw JdbcFailure.of("look at the database", e);
            }
        }
    }
}

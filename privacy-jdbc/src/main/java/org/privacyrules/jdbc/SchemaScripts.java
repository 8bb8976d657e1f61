package org.privacyrules.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.schema.TableScripts;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.JdbcFailure;
import org.privacyrules.jdbc.sql.TableNames;

/**
 * The statements that make the tables: hand them to the host's own migration tool, or let them be applied. They do not lie
 * where a migration tool would pick them up by itself. Immutable.
 *
 * <p>Each version of the tables has a script that leads from the one before; nothing is ever taken back. A library works with
 * tables of its own version and of newer ones.
 */
public final class SchemaScripts {

    /** The version of the tables that this library was written for. */
    public static final int VERSION = TableScripts.VERSION;

    private final TableScripts scripts;
    private final Optional<String> ownSchema;

    private SchemaScripts(TableScripts scripts, Optional<String> ownSchema) {
        this.scripts = scripts;
        this.ownSchema = ownSchema;
    }

    /**
     * The scripts for the database behind a data source.
     *
     * @param dataSource the database
     * @return its scripts, for the connection's own schema and the prefix {@code privacy_}
     * @throws StorageException with code {@code UNSUPPORTED_DATABASE} or {@code STORAGE_UNAVAILABLE}
     */
    public static SchemaScripts forDatabase(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return new SchemaScripts(
                    TableScripts.of(Dialect.of(connection, TableNames.DEFAULT)),
                    Optional.ofNullable(connection.getSchema()));
        } catch (SQLException e) {
            throw JdbcFailure.of("read the schema", e);
        }
    }

    /**
     * For tables in a schema; on MariaDB a database.
     *
     * @param name as the database's catalogue has it; it must be there
     * @return scripts for that schema
     */
    public SchemaScripts inSchema(String name) {
        return new SchemaScripts(scripts.of(scripts.names().inSchema(name)), ownSchema);
    }

    /**
     * For tables with another prefix.
     *
     * @param prefix 1 to 30 characters of {@code a-z 0-9 _}
     * @return scripts for that prefix
     */
    public SchemaScripts withPrefix(String prefix) {
        return new SchemaScripts(scripts.of(scripts.names().withPrefix(prefix)), ownSchema);
    }

    /**
     * For tables that are cut into hash partitions: subjects and their states by the subject's key, the journal by its reference.
     * Decide before the first use: tables are not cut later. PostgreSQL only.
     *
     * @param count 2 to 1024
     * @return scripts for partitioned tables
     * @throws InvalidInputException on another database, or for another count
     */
    public SchemaScripts partitionedBySubject(int count) {
        return new SchemaScripts(scripts.cutInto(count), ownSchema);
    }

    /**
     * The script for an empty schema.
     *
     * @return statements that end with semicolons, with comments
     */
    public String text() {
        return textFrom(0);
    }

    /**
     * The script that leads from an older version of the tables to this one.
     *
     * @param version what {@code select max(version) from privacy_schema} says; 1 if the tables are there and that one is not
     * @return statements that end with semicolons, with comments; empty if nothing is to be done
     */
    public String textFrom(int version) {
        return scripts.from(version);
    }

    /**
     * The rights that the service's database user needs, and no more: none of them makes, changes or deletes a table, none
     * deletes a row.
     *
     * @param user the database user or role, quoted if need be
     * @return statements that end with semicolons
     */
    public String grants(String user) {
        return scripts.grants(user, ownSchema);
    }

    /**
     * Makes the tables, or leads them to this version; does nothing if they have it. Nodes that start together may all call it.
     * Where the database can (PostgreSQL), all of it is one transaction; elsewhere a script that failed half way is run again.
     *
     * @param dataSource the database; the user needs the right to create tables
     * @throws StorageException with code {@code SCHEMA_WRONG} if only some of the tables are there; nothing was done
     */
    public void apply(DataSource dataSource) {
        scripts.apply(dataSource);
    }
}

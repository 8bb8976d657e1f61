package org.privacyrules.jdbc;

import javax.sql.DataSource;
import org.privacyrules.Storage;
import org.privacyrules.TenantStorage;
import org.privacyrules.failure.StorageException;
import org.privacyrules.subject.Tenant;

/**
 * Storage in a relational database. Thread-safe; several tenants and nodes may share one schema.
 *
 * <p>Writes run in transactions of their own at READ COMMITTED on connections of the data source, which get their auto-commit
 * and isolation back. Reads are single statements. The tables are made by {@link SchemaScripts}, never at run time unasked.
 */
public final class JdbcStorage implements Storage {

    private final DataSource dataSource;
    private final String product;

    private JdbcStorage(DataSource dataSource, String product) {
        this.dataSource = dataSource;
        this.product = product;
    }

    /**
     * Storage on a data source.
     *
     * @param dataSource an H2 database that has the tables
     * @return the storage
     * @throws StorageException with code {@code UNSUPPORTED_DATABASE}, or {@code SCHEMA_MISSING} if the tables are not there
     */
    public static JdbcStorage on(DataSource dataSource) {
        SchemaScripts scripts = SchemaScripts.forDatabase(dataSource);
        scripts.requireApplied(dataSource);
        return new JdbcStorage(dataSource, scripts.product());
    }

    @Override
    public TenantStorage forTenant(Tenant tenant) {
        return new JdbcTenant(dataSource, tenant);
    }

    /** The database's product and version. */
    @Override
    public String toString() {
        return product;
    }
}

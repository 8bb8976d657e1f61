package org.privacyrules.jdbc;

import javax.sql.DataSource;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** New databases with the tables. */
public final class Stores {

    private Stores() {}

    /**
     * A new database with the tables.
     *
     * @param product of which
     * @return the database, to be closed or left to the end of the JVM
     */
    public static TestDatabase withTables(Product product) {
        TestDatabase database = TestDatabase.create(product);
        DataSource owner = database.unpooled();
        SchemaScripts.forDatabase(owner).apply(owner);
        return database;
    }

    static JdbcStorage on(Product product) {
        return JdbcStorage.on(withTables(product).dataSource());
    }
}

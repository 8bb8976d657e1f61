package org.privacyrules.jdbc;

import javax.sql.DataSource;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** New databases with the tables. */
final class Stores {

    private Stores() {}

    static TestDatabase withTables(Product product) {
        TestDatabase database = TestDatabase.create(product);
        DataSource owner = database.unpooled();
        SchemaScripts.forDatabase(owner).apply(owner);
        return database;
    }

    static JdbcStorage on(Product product) {
        return JdbcStorage.on(withTables(product).dataSource());
    }
}

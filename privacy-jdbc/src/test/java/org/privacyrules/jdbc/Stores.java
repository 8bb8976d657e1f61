package org.privacyrules.jdbc;

import java.sql.Connection;
import javax.sql.DataSource;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.jdbc.sql.JdbcTransaction;
import org.privacyrules.storage.Transaction;

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

    /**
     * The connection of a transaction, as those who destroy rows beside ours use it.
     *
     * @param transaction open
     * @return its connection
     */
    public static Connection connection(Transaction transaction) {
        return JdbcTransaction.of(transaction).connection();
    }

    /** As a service has it: by a user who may do what the scripts grant, and nothing else. */
    static JdbcStorage on(Product product) {
        return restricted(withTables(product));
    }

    /** In tables that are cut into partitions. */
    static JdbcStorage partitioned(Product product, int count) {
        TestDatabase database = TestDatabase.create(product);
        DataSource owner = database.unpooled();
        SchemaScripts.forDatabase(owner).partitionedBySubject(count).apply(owner);
        return restricted(database);
    }

    private static JdbcStorage restricted(TestDatabase database) {
        return JdbcStorage.on(RestrictedUser.of(database, SchemaScripts.forDatabase(database.unpooled()))
                .dataSource());
    }
}

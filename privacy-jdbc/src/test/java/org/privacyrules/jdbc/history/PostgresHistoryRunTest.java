package org.privacyrules.jdbc.history;

import org.junit.jupiter.api.AfterAll;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** Nodes on PostgreSQL. */
@OnDatabase(Product.POSTGRESQL)
class PostgresHistoryRunTest extends HistoryTest {

    private static final TestDatabase DATABASE = Stores.withTables(Product.POSTGRESQL);

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    Database database() {
        return Database.of(DATABASE);
    }
}

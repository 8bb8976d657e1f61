package org.privacyrules.jdbc.history;

import org.junit.jupiter.api.AfterAll;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** Nodes on MariaDB. */
@OnDatabase(Product.MARIADB)
class MariaDbHistoryRunTest extends HistoryTest {

    private static final TestDatabase DATABASE = Stores.withTables(Product.MARIADB);

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    Database database() {
        return Database.of(DATABASE);
    }
}

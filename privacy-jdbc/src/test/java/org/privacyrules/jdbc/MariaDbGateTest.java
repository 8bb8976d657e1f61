package org.privacyrules.jdbc;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** The gate is its row. */
@OnDatabase(Product.MARIADB)
class MariaDbGateTest extends GateContract {

    private static final TestDatabase DATABASE = Stores.withTables(Product.MARIADB);

    MariaDbGateTest() {
        super(DATABASE);
    }

    @Override
    String lockTimeout() {
        return "select @@innodb_lock_wait_timeout";
    }
}

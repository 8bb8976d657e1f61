package org.privacyrules.jdbc;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** The gate is its row, by way of MySQL's driver. */
@OnDatabase(Product.MARIADB_BY_CONNECTOR_J)
class MariaDbByConnectorJGateTest extends GateContract {

    private static final TestDatabase DATABASE = Stores.withTables(Product.MARIADB_BY_CONNECTOR_J);

    MariaDbByConnectorJGateTest() {
        super(DATABASE);
    }

    @Override
    String lockTimeout() {
        return "select @@innodb_lock_wait_timeout";
    }
}

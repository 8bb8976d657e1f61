package org.privacyrules.jdbc;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** The gate is an advisory lock. */
@OnDatabase(Product.POSTGRESQL)
class PostgresGateTest extends GateContract {

    private static final TestDatabase DATABASE = Stores.withTables(Product.POSTGRESQL);

    PostgresGateTest() {
        super(DATABASE);
    }

    @Override
    String lockTimeout() {
        return "show lock_timeout";
    }
}

package org.privacyrules.jdbc;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** The gate is its row, which nobody shares. */
@OnDatabase(Product.H2)
class H2GateTest extends GateContract {

    private static final TestDatabase DATABASE = Stores.withTables(Product.H2);

    H2GateTest() {
        super(DATABASE);
    }

    @Override
    String lockTimeout() {
        return "select lock_timeout()";
    }

    @Override
    boolean admitsSeveral() {
        return false;
    }
}

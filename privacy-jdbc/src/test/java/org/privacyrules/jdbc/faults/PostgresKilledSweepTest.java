package org.privacyrules.jdbc.faults;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.POSTGRESQL)
class PostgresKilledSweepTest extends KilledSweepTest {

    @Override
    Product product() {
        return Product.POSTGRESQL;
    }
}

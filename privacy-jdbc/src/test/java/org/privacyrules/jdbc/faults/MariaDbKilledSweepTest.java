package org.privacyrules.jdbc.faults;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.MARIADB)
class MariaDbKilledSweepTest extends KilledSweepTest {

    @Override
    Product product() {
        return Product.MARIADB;
    }
}

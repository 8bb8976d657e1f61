package org.privacyrules.jdbc.holds;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.MARIADB)
class MariaDbSweepRaceTest extends SweepRaceTest {

    @Override
    Product product() {
        return Product.MARIADB;
    }
}

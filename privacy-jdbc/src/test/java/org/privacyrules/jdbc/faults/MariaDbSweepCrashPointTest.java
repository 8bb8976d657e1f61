package org.privacyrules.jdbc.faults;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.MARIADB)
class MariaDbSweepCrashPointTest extends SweepCrashPointTest {

    @Override
    Product product() {
        return Product.MARIADB;
    }
}

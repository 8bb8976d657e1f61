package org.privacyrules.jdbc.disposal;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.MARIADB)
class MariaDbLeapsTest extends LeapsTest {

    @Override
    Product product() {
        return Product.MARIADB;
    }
}

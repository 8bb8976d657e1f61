package org.privacyrules.jdbc.disposal;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.MARIADB)
class MariaDbBusyShopTest extends BusyShopTest {

    @Override
    Product product() {
        return Product.MARIADB;
    }
}

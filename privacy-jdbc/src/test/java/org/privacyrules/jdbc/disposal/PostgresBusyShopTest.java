package org.privacyrules.jdbc.disposal;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.POSTGRESQL)
class PostgresBusyShopTest extends BusyShopTest {

    @Override
    Product product() {
        return Product.POSTGRESQL;
    }
}

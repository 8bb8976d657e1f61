package org.privacyrules.jdbc.disposal;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.MARIADB)
class MariaDbAnySchemaTest extends AnySchemaTest {

    @Override
    Product product() {
        return Product.MARIADB;
    }
}

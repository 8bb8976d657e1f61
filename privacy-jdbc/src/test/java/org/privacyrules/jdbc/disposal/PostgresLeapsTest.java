package org.privacyrules.jdbc.disposal;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.POSTGRESQL)
class PostgresLeapsTest extends LeapsTest {

    @Override
    Product product() {
        return Product.POSTGRESQL;
    }
}

package org.privacyrules.jdbc.disposal;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.H2)
class H2AnySchemaTest extends AnySchemaTest {

    @Override
    Product product() {
        return Product.H2;
    }
}

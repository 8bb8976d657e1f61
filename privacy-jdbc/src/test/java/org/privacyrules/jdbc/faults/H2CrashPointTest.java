package org.privacyrules.jdbc.faults;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.H2)
class H2CrashPointTest extends CrashPointTest {

    @Override
    Product product() {
        return Product.H2;
    }
}

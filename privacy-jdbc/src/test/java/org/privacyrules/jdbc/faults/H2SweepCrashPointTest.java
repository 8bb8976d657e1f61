package org.privacyrules.jdbc.faults;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.H2)
class H2SweepCrashPointTest extends SweepCrashPointTest {

    @Override
    Product product() {
        return Product.H2;
    }
}

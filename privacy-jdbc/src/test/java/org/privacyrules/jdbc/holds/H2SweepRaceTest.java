package org.privacyrules.jdbc.holds;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.H2)
class H2SweepRaceTest extends SweepRaceTest {

    @Override
    Product product() {
        return Product.H2;
    }
}

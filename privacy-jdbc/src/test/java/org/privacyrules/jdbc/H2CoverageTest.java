package org.privacyrules.jdbc;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** What a mapping leaves open, in H2. */
@OnDatabase(Product.H2)
class H2CoverageTest extends CoverageContract {

    H2CoverageTest() {
        super(Product.H2, 300);
    }
}

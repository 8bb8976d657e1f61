package org.privacyrules.jdbc.holds;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** Holds and sweepers on H2. */
@OnDatabase(Product.H2)
class H2HoldRaceTest extends HoldRaceTest {

    @Override
    Product product() {
        return Product.H2;
    }

    @Override
    String subjectBytes() {
        return "stringtoutf8(subject)";
    }
}

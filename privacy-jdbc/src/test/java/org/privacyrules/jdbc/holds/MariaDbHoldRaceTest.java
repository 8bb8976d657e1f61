package org.privacyrules.jdbc.holds;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** Holds and sweepers on MariaDB. */
@OnDatabase(Product.MARIADB)
class MariaDbHoldRaceTest extends HoldRaceTest {

    @Override
    Product product() {
        return Product.MARIADB;
    }

    @Override
    String subjectBytes() {
        return "cast(subject as binary)";
    }
}

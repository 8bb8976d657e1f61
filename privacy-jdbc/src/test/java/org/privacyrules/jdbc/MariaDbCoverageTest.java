package org.privacyrules.jdbc;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** What a mapping leaves open, in MariaDB. */
@OnDatabase(Product.MARIADB)
class MariaDbCoverageTest extends CoverageContract {

    MariaDbCoverageTest() {
        super(Product.MARIADB, 15);
    }
}

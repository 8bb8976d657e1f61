package org.privacyrules.jdbc;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** The tables in MariaDB. */
@OnDatabase(Product.MARIADB)
class MariaDbSchemaTest extends MariaDbSchemaContract {

    MariaDbSchemaTest() {
        super(Product.MARIADB);
    }
}

package org.privacyrules.jdbc.data;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** MariaDB's catalogue. */
@OnDatabase(Product.MARIADB)
class MariaDbHostCatalogueTest extends MariaDbHostCatalogueContract {

    MariaDbHostCatalogueTest() {
        super(Product.MARIADB);
    }
}

package org.privacyrules.jdbc.data;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** MariaDB's catalogue by way of MySQL's driver. */
@OnDatabase(Product.MARIADB_BY_CONNECTOR_J)
class MariaDbByConnectorJHostCatalogueTest extends MariaDbHostCatalogueContract {

    MariaDbByConnectorJHostCatalogueTest() {
        super(Product.MARIADB_BY_CONNECTOR_J);
    }
}

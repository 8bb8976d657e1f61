package org.privacyrules.jdbc;

import org.privacyrules.Storage;
import org.privacyrules.contract.HistoryContract;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** The laws of histories hold on MariaDB by way of MySQL's driver, and it answers what memory answers. */
@OnDatabase(Product.MARIADB_BY_CONNECTOR_J)
class MariaDbByConnectorJHistoryPropertyTest extends HistoryContract {

    private static final Storage STORAGE = Stores.on(Product.MARIADB_BY_CONNECTOR_J);

    @Override
    protected Storage storage() {
        return STORAGE;
    }
}

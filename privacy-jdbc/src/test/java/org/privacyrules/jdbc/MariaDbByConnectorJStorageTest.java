package org.privacyrules.jdbc;

import org.privacyrules.Storage;
import org.privacyrules.contract.StorageContract;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** MariaDB by way of MySQL's driver keeps what every storage must. */
@OnDatabase(Product.MARIADB_BY_CONNECTOR_J)
class MariaDbByConnectorJStorageTest extends StorageContract {

    private static final Storage STORAGE = Stores.on(Product.MARIADB_BY_CONNECTOR_J);

    @Override
    protected Storage storage() {
        return STORAGE;
    }
}

package org.privacyrules.jdbc;

import org.privacyrules.Storage;
import org.privacyrules.contract.StorageContract;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** MariaDB keeps what every storage must. */
@OnDatabase(Product.MARIADB)
class MariaDbStorageTest extends StorageContract {

    private static final Storage STORAGE = Stores.on(Product.MARIADB);

    @Override
    protected Storage storage() {
        return STORAGE;
    }
}

package org.privacyrules.jdbc;

import org.privacyrules.Storage;
import org.privacyrules.contract.StorageContract;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** PostgreSQL keeps what every storage must. */
@OnDatabase(Product.POSTGRESQL)
class PostgresStorageTest extends StorageContract {

    private static final Storage STORAGE = Stores.on(Product.POSTGRESQL);

    @Override
    protected Storage storage() {
        return STORAGE;
    }
}

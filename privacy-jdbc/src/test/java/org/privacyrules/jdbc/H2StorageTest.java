package org.privacyrules.jdbc;

import org.privacyrules.Storage;
import org.privacyrules.contract.StorageContract;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** H2 keeps what every storage must. */
@OnDatabase(Product.H2)
class H2StorageTest extends StorageContract {

    private static final Storage STORAGE = Stores.on(Product.H2);

    @Override
    protected Storage storage() {
        return STORAGE;
    }
}

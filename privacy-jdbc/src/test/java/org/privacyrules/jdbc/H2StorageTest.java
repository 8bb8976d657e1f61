package org.privacyrules.jdbc;

import org.privacyrules.Storage;
import org.privacyrules.contract.StorageContract;

/** H2 keeps what every storage must. */
class H2StorageTest extends StorageContract {

    private static final Storage STORAGE = H2.storage();

    @Override
    protected Storage storage() {
        return STORAGE;
    }
}

package org.privacyrules.memory;

import org.privacyrules.Storage;
import org.privacyrules.contract.StorageContract;

/** Memory storage keeps what every storage must. */
class MemoryStorageTest extends StorageContract {

    private static final Storage STORAGE = MemoryStorage.create();

    @Override
    protected Storage storage() {
        return STORAGE;
    }
}

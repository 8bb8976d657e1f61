package org.privacyrules.memory;

import org.privacyrules.Storage;
import org.privacyrules.contract.HistoryContract;

/** The laws of histories hold on memory. */
class MemoryHistoryPropertyTest extends HistoryContract {

    @Override
    protected Storage storage() {
        return MemoryStorage.create();
    }
}

package org.privacyrules.jdbc;

import org.privacyrules.Storage;
import org.privacyrules.contract.HistoryContract;

/** The laws of histories hold on H2, and H2 answers what memory answers. */
class H2HistoryPropertyTest extends HistoryContract {

    private static final Storage STORAGE = H2.storage();

    @Override
    protected Storage storage() {
        return STORAGE;
    }
}

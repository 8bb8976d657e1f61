package org.privacyrules.jdbc;

import org.privacyrules.Storage;
import org.privacyrules.contract.HistoryContract;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** The laws of histories hold on H2, and it answers what memory answers. */
@OnDatabase(Product.H2)
class H2HistoryPropertyTest extends HistoryContract {

    private static final Storage STORAGE = Stores.on(Product.H2);

    @Override
    protected Storage storage() {
        return STORAGE;
    }
}

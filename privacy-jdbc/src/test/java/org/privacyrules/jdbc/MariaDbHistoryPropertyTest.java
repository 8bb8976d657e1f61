package org.privacyrules.jdbc;

import org.privacyrules.Storage;
import org.privacyrules.contract.HistoryContract;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** The laws of histories hold on MariaDB, and it answers what memory answers. */
@OnDatabase(Product.MARIADB)
class MariaDbHistoryPropertyTest extends HistoryContract {

    private static final Storage STORAGE = Stores.on(Product.MARIADB);

    @Override
    protected Storage storage() {
        return STORAGE;
    }
}

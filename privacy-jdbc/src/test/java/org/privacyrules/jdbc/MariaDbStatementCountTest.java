package org.privacyrules.jdbc;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** One compound statement, which commits by itself; plain statements inside a transaction. */
@OnDatabase(Product.MARIADB)
class MariaDbStatementCountTest extends StatementCountContract {

    private static final TestDatabase DATABASE = Stores.withTables(Product.MARIADB);

    MariaDbStatementCountTest() {
        super(DATABASE);
    }

    @Override
    int ownCommand() {
        return 1;
    }

    @Override
    int joinedCommand() {
        return 6;
    }

    @Override
    int dependentCommand() {
        return 8;
    }

    @Override
    int placedHold() {
        return 11;
    }

    @Override
    int enteredGate() {
        return 7;
    }

    @Override
    int chunk() {
        return 500;
    }
}

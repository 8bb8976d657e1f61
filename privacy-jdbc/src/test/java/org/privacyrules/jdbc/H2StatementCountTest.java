package org.privacyrules.jdbc;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** Four statements and the commit. */
@OnDatabase(Product.H2)
class H2StatementCountTest extends StatementCountContract {

    private static final TestDatabase DATABASE = Stores.withTables(Product.H2);

    H2StatementCountTest() {
        super(DATABASE);
    }

    @Override
    int ownCommand() {
        return 5;
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
        return 10;
    }

    @Override
    int enteredGate() {
        return 6;
    }

    @Override
    int chunk() {
        return 500;
    }
}

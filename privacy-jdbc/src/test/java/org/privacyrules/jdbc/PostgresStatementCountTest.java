package org.privacyrules.jdbc;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** One statement, which commits by itself. */
@OnDatabase(Product.POSTGRESQL)
class PostgresStatementCountTest extends StatementCountContract {

    private static final TestDatabase DATABASE = Stores.withTables(Product.POSTGRESQL);

    PostgresStatementCountTest() {
        super(DATABASE);
    }

    @Override
    int ownCommand() {
        return 1;
    }

    @Override
    int joinedCommand() {
        return 1;
    }

    @Override
    int dependentCommand() {
        return 5;
    }

    @Override
    int placedHold() {
        return 8;
    }

    @Override
    int enteredGate() {
        return 5;
    }

    @Override
    int chunk() {
        return 5_000;
    }
}

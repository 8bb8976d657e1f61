package org.privacyrules.jdbc;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** A failed statement aborts the transaction; a write on an old snapshot fails. */
@OnDatabase(Product.POSTGRESQL)
class PostgresJoinedTest extends JoinedContract {

    private static final TestDatabase DATABASE = Stores.withTables(Product.POSTGRESQL);

    PostgresJoinedTest() {
        super(DATABASE);
    }

    @Override
    boolean goesOnAfterAFailure() {
        return false;
    }

    @Override
    boolean knowsThatReadsAreFresh() {
        return true;
    }

    @Override
    boolean refusesToWriteOnAnOldSnapshot() {
        return true;
    }
}

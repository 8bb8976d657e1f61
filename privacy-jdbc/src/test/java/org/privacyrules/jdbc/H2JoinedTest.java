package org.privacyrules.jdbc;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** A failed statement is undone alone. */
@OnDatabase(Product.H2)
class H2JoinedTest extends JoinedContract {

    private static final TestDatabase DATABASE = Stores.withTables(Product.H2);

    H2JoinedTest() {
        super(DATABASE);
    }

    @Override
    boolean goesOnAfterAFailure() {
        return true;
    }

    @Override
    boolean knowsThatReadsAreFresh() {
        return true;
    }

    @Override
    boolean refusesToWriteOnAnOldSnapshot() {
        return false;
    }
}

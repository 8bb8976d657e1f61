package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** A failed statement is undone alone; the driver cannot be asked for the level of one transaction. */
@OnDatabase(Product.MARIADB)
class MariaDbJoinedTest extends JoinedContract {

    private static final TestDatabase DATABASE = Stores.withTables(Product.MARIADB);

    MariaDbJoinedTest() {
        super(DATABASE);
    }

    @Override
    boolean goesOnAfterAFailure() {
        return true;
    }

    @Override
    boolean knowsThatReadsAreFresh() {
        return false;
    }

    @Override
    boolean refusesToWriteOnAnOldSnapshot() {
        return false;
    }

    /** SERIALIZABLE locks what it has read: the withdrawal waits, and nothing is acknowledged that is not seen. */
    @Override
    void withdrawElsewhere(int isolation) throws Exception {
        if (isolation != Connection.TRANSACTION_SERIALIZABLE) {
            super.withdrawElsewhere(isolation);
            return;
        }
        CompletableFuture<Void> withdrawn = CompletableFuture.runAsync(this::withdrawAndObject);
        assertThrows(TimeoutException.class, () -> withdrawn.get(300, TimeUnit.MILLISECONDS));
        host().commit();
        withdrawn.get(30, TimeUnit.SECONDS);
    }
}

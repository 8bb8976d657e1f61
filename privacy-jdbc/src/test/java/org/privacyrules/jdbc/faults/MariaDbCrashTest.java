package org.privacyrules.jdbc.faults;

import org.privacyrules.jdbc.servers.DatabaseServer;
import org.privacyrules.jdbc.servers.MariaDbServer;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.MARIADB)
class MariaDbCrashTest extends ServerCrashTest {

    @Override
    DatabaseServer start() {
        return MariaDbServer.startDurable();
    }

    /** Until it is started again. */
    @Override
    void makeForgetful(TestDatabase database) {
        database.execute("set global innodb_flush_log_at_trx_commit = 0");
    }
}

package org.privacyrules.jdbc.faults;

import org.privacyrules.jdbc.servers.DatabaseServer;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.PostgresServer;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.POSTGRESQL)
class PostgresCrashTest extends ServerCrashTest {

    /** What need not be written at once is written late. */
    @Override
    DatabaseServer start() {
        return PostgresServer.startDurable("wal_writer_delay=10s");
    }

    @Override
    void makeForgetful(TestDatabase database) {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        database.execute("alter database " + name + " set synchronous_commit = off");
    }
}

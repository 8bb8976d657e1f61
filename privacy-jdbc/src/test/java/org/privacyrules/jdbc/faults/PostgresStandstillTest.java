package org.privacyrules.jdbc.faults;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.POSTGRESQL)
class PostgresStandstillTest extends StandstillTest {

    @Override
    Product product() {
        return Product.POSTGRESQL;
    }

    @Override
    String url(TestDatabase of) {
        return of.url();
    }

    /** Not from the start: a JVM that starts may need longer between two statements. */
    @Override
    void limit(TestDatabase sessions) {
        String name = sessions.url().substring(sessions.url().lastIndexOf('/') + 1);
        sessions.execute("alter database " + name + " set idle_in_transaction_session_timeout = 300");
    }
}

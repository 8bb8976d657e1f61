package org.privacyrules.jdbc.faults;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.MARIADB)
class MariaDbFailureStateTest extends FailureStateTest {

    @Override
    Product product() {
        return Product.MARIADB;
    }

    @Override
    String impatient() {
        return "set innodb_lock_wait_timeout = 0";
    }

    @Override
    String hurried() {
        return "set max_statement_time = 0.05";
    }

    @Override
    String codeOfEnded() {
        return "COMMIT_UNKNOWN";
    }

    @Override
    String reading() {
        return "set session transaction read only";
    }
}

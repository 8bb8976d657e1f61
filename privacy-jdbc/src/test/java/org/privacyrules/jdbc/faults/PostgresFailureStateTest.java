package org.privacyrules.jdbc.faults;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.POSTGRESQL)
class PostgresFailureStateTest extends FailureStateTest {

    @Override
    Product product() {
        return Product.POSTGRESQL;
    }

    @Override
    String impatient() {
        return "set lock_timeout = 50";
    }

    @Override
    String hurried() {
        return "set statement_timeout = 50";
    }

    @Override
    String codeOfEnded() {
        return "STORAGE_BUSY";
    }

    @Override
    String reading() {
        return "set default_transaction_read_only = on";
    }
}

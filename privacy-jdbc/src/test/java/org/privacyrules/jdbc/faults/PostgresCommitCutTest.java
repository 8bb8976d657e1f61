package org.privacyrules.jdbc.faults;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.POSTGRESQL)
class PostgresCommitCutTest extends CommitCutTest {

    @Override
    Product product() {
        return Product.POSTGRESQL;
    }

    @Override
    String impatient() {
        return "connectTimeout=1&socketTimeout=5&loginTimeout=1";
    }
}

package org.privacyrules.jdbc.faults;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.MARIADB)
class MariaDbCommitCutTest extends CommitCutTest {

    @Override
    Product product() {
        return Product.MARIADB;
    }

    @Override
    String impatient() {
        return "connectTimeout=500&socketTimeout=5000";
    }
}

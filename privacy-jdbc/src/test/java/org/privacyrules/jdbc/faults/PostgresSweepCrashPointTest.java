package org.privacyrules.jdbc.faults;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.POSTGRESQL)
class PostgresSweepCrashPointTest extends SweepCrashPointTest {

    @Override
    Product product() {
        return Product.POSTGRESQL;
    }
}

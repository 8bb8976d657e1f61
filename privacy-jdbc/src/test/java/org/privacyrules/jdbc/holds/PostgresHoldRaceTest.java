package org.privacyrules.jdbc.holds;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** Holds and sweepers on PostgreSQL. */
@OnDatabase(Product.POSTGRESQL)
class PostgresHoldRaceTest extends HoldRaceTest {

    @Override
    Product product() {
        return Product.POSTGRESQL;
    }

    @Override
    String subjectBytes() {
        return "convert_to(subject, 'UTF8')";
    }
}

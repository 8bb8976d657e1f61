package org.privacyrules.jdbc.faults;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

@OnDatabase(Product.MARIADB)
class MariaDbStandstillTest extends StandstillTest {

    @Override
    Product product() {
        return Product.MARIADB;
    }

    @Override
    String url(TestDatabase of) {
        return of.url() + (of.url().contains("?") ? "&" : "?") + "sessionVariables=idle_transaction_timeout=1";
    }
}

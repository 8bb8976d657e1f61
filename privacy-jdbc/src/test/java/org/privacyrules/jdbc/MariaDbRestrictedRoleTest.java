package org.privacyrules.jdbc;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** What the service's user needs in MariaDB. */
@OnDatabase(Product.MARIADB)
class MariaDbRestrictedRoleTest extends RightsContract {

    MariaDbRestrictedRoleTest() {
        super(Product.MARIADB);
    }

    @Override
    void letIn(RestrictedUser nobody) {
        database.execute("create table letter_box (id int)", "grant select on letter_box to " + nobody.quoted());
    }
}

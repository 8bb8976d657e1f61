package org.privacyrules.jdbc;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** What the service's user needs in H2. */
@OnDatabase(Product.H2)
class H2RestrictedRoleTest extends RightsContract {

    H2RestrictedRoleTest() {
        super(Product.H2);
    }
}

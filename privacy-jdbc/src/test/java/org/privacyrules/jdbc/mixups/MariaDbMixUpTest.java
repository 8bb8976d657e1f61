package org.privacyrules.jdbc.mixups;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** People on MariaDB. */
@OnDatabase(Product.MARIADB)
class MariaDbMixUpTest extends MixUpContract {}

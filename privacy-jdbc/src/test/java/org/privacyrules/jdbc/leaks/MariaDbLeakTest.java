package org.privacyrules.jdbc.leaks;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** Failures of MariaDB. */
@OnDatabase(Product.MARIADB)
class MariaDbLeakTest extends LeakContract {}

package org.privacyrules.jdbc.leaks;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** Failures of PostgreSQL. */
@OnDatabase(Product.POSTGRESQL)
class PostgresLeakTest extends LeakContract {}

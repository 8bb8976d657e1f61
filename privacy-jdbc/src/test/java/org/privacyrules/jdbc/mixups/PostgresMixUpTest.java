package org.privacyrules.jdbc.mixups;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** People on PostgreSQL. */
@OnDatabase(Product.POSTGRESQL)
class PostgresMixUpTest extends MixUpContract {}

package org.privacyrules.jdbc.leaks;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** Failures of H2. */
@OnDatabase(Product.H2)
class H2LeakTest extends LeakContract {}

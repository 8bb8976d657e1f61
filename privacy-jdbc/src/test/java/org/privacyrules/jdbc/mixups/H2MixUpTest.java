package org.privacyrules.jdbc.mixups;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** People on H2. */
@OnDatabase(Product.H2)
class H2MixUpTest extends MixUpContract {}

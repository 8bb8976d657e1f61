package org.privacyrules.jdbc.mixups;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** People on MariaDB by way of MySQL's driver. */
@OnDatabase(Product.MARIADB_BY_CONNECTOR_J)
class MariaDbByConnectorJMixUpTest extends MixUpContract {}

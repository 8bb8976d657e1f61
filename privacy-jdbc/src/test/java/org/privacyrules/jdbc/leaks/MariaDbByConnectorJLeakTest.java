package org.privacyrules.jdbc.leaks;

import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** Failures of MariaDB by way of MySQL's driver. */
@OnDatabase(Product.MARIADB_BY_CONNECTOR_J)
class MariaDbByConnectorJLeakTest extends LeakContract {}

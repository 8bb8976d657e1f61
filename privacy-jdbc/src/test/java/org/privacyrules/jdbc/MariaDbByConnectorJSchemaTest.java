package org.privacyrules.jdbc;

import java.util.Collection;
import java.util.List;
import org.privacyrules.jdbc.schema.SchemaScript.Table;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** The tables in MariaDB by way of MySQL's driver. */
@OnDatabase(Product.MARIADB_BY_CONNECTOR_J)
class MariaDbByConnectorJSchemaTest extends MariaDbSchemaContract {

    MariaDbByConnectorJSchemaTest() {
        super(Product.MARIADB_BY_CONNECTOR_J);
    }

    /** The database is the same; two tables show whether the driver tells as much. */
    @Override
    Collection<Table> tables() {
        return List.of(
                expected().tables().get("privacy_subject_state"),
                expected().tables().get("privacy_schema"));
    }
}

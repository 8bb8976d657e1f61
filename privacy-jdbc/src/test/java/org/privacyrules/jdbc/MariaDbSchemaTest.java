package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** The tables in MariaDB. */
@OnDatabase(Product.MARIADB)
class MariaDbSchemaTest extends MariaDbSchemaContract {

    MariaDbSchemaTest() {
        super(Product.MARIADB);
    }

    /** MySQL's driver makes every session strict by itself. */
    @Test
    void a_mode_that_cuts_values_is_told() {
        assertFalse(JdbcStorage.on(owner).toString().contains("sql_mode"));
        DataSource lenient = database.unpooledWith("sessionVariables=sql_mode=''");
        String told = JdbcStorage.on(lenient).toString();
        assertTrue(told.contains("sql_mode is not strict"), told);
    }
}

package org.privacyrules.jdbc.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacyrules.jdbc.servers.MariaDbServer;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.TableNames;

/** A MariaDB that keeps the names of tables in small letters, as on Windows. */
@OnDatabase(Product.MARIADB)
class MariaDbLowerCaseTest {

    @Test
    void tables_are_known_by_the_names_that_are_kept() throws SQLException {
        try (MariaDbServer server = MariaDbServer.startDurable("lower-case-table-names=1");
                TestDatabase database = TestDatabase.createOn(server);
                Connection connection = database.unpooled().getConnection()) {
            database.execute(
                    "create table `Parent` (`Id` int primary key)",
                    "create table `Child` (`Ref` int, constraint `Fk` foreign key (`Ref`) references `PARENT` (`Id`)"
                            + " on delete cascade)",
                    "create trigger `Gone` after delete on `CHILD` for each row begin end");
            Dialect dialect = Dialect.of(connection, TableNames.DEFAULT);
            HostCatalogue catalogue = HostCatalogue.of(connection, dialect);
            assertEquals(
                    List.of("child", "parent"),
                    catalogue.tables().stream().map(HostTable::name).toList());
            assertTrue(catalogue.table("Parent").isEmpty());
            HostTable child = catalogue.table("child").orElseThrow();
            assertEquals("Ref", child.columns().get(0).name());
            assertEquals(1, child.triggers().size());
            ForeignKey key = catalogue.foreignKeysTo("parent").get(0);
            assertEquals("child", key.from().table());
            assertEquals(List.of(key), catalogue.foreignKeysFrom("child"));
            assertEquals(List.of("Id"), key.toColumns());
        }
    }
}

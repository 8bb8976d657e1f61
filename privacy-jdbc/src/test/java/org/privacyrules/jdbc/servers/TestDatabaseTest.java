package org.privacyrules.jdbc.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

class TestDatabaseTest {

    @ParameterizedTest
    @EnumSource(Product.class)
    void a_new_database_is_empty_and_alone(Product product) throws SQLException {
        try (TestDatabase one = TestDatabase.create(product);
                TestDatabase other = TestDatabase.create(product)) {
            one.execute("create table kept (id int)", "insert into kept values (1)");
            other.execute("create table kept (id int)");
            assertEquals(1, rows(one));
            assertEquals(0, rows(other));
            assertTrue(one.productVersion().matches("\\d+\\.\\d+.*"), one.productVersion());
        }
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void a_closed_database_is_gone(Product product) {
        TestDatabase database = TestDatabase.create(product);
        database.execute("create table kept (id int)");
        database.close();
        assertThrows(IllegalStateException.class, () -> database.execute("insert into kept values (1)"));
    }

    @Test
    void idle_pools_leave_the_server_s_hundred_connections_to_the_next() throws SQLException {
        List<TestDatabase> open = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            TestDatabase database = TestDatabase.create(Product.POSTGRESQL);
            open.add(database);
            useTwentyAtOnce(database);
        }
        open.forEach(TestDatabase::close);
    }

    private static void useTwentyAtOnce(TestDatabase database) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            connections.add(database.dataSource().getConnection());
        }
        for (Connection connection : connections) {
            connection.close();
        }
    }

    private static int rows(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}

package org.privacyrules.jdbc.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the tests of the storage expect from a server. */
abstract class ServerContract {

    abstract DatabaseServer shared();

    abstract DatabaseServer startDurable();

    abstract String expectedVersion();

    @Test
    void a_server_says_its_version() {
        assertTrue(shared().version().matches(expectedVersion()), shared().version());
    }

    @Test
    void two_databases_are_separate() throws SQLException {
        String one = shared().createDatabase();
        String other = shared().createDatabase();
        execute(shared(), one, "create table kept (id int)");
        assertThrows(SQLException.class, () -> execute(shared(), other, "insert into kept values (1)"));
    }

    @Test
    void a_killed_server_keeps_what_it_has_confirmed() throws SQLException {
        try (DatabaseServer server = startDurable()) {
            String database = server.createDatabase();
            execute(server, database, "create table kept (id int)", "insert into kept values (1)");
            try (Connection open = connect(server, database);
                    Statement statement = open.createStatement()) {
                open.setAutoCommit(false);
                statement.execute("insert into kept values (2)");
                server.kill();
                assertThrows(SQLException.class, () -> statement.execute("insert into kept values (3)"));
            } catch (SQLException alreadyBroken) {
                // Closing says so as well.
            }
            assertThrows(SQLException.class, () -> connect(server, database));
            server.restart();
            assertEquals(List.of(1), ids(server, database));
            server.stop();
            server.restart();
            assertEquals(List.of(1), ids(server, database));
        }
    }

    @Test
    void a_closed_server_leaves_nothing() {
        DatabaseServer server = startDurable();
        ProcessHandle running = ProcessHandle.of(server.pid()).orElseThrow();
        server.kill();
        server.close();
        server.close();
        assertFalse(running.isAlive());
        assertFalse(Files.exists(server.folder()));
    }

    private static List<Integer> ids(DatabaseServer server, String database) throws SQLException {
        try (Connection connection = connect(server, database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from kept")) {
            List<Integer> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids;
        }
    }

    private static void execute(DatabaseServer server, String database, String... sql) throws SQLException {
        try (Connection connection = connect(server, database);
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    private static Connection connect(DatabaseServer server, String database) throws SQLException {
        return DriverManager.getConnection(server.url(database), server.user(), server.password());
    }
}

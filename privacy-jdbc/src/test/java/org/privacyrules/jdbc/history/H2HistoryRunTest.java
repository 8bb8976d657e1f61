package org.privacyrules.jdbc.history;

import java.sql.SQLException;
import java.util.UUID;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.privacyrules.jdbc.SchemaScripts;

/** Nodes on H2, which one process serves to the others. Fewer calls, because that is slow. */
class H2HistoryRunTest extends HistoryTest {

    private static final int OPERATIONS = 2_000;
    private static final String NAME = "mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    private static Server server;

    @BeforeAll
    static void startServer() throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0").start();
        try (Database.Pool pool = new Database("jdbc:h2:" + NAME, "sa", "").open()) {
            SchemaScripts.forDatabase(pool.dataSource()).apply(pool.dataSource());
        }
    }

    @AfterAll
    static void stopServer() {
        server.stop();
    }

    @Override
    String url() {
        return "jdbc:h2:tcp://localhost:" + server.getPort() + "/" + NAME;
    }

    @Override
    String user() {
        return "sa";
    }

    @Override
    String password() {
        return "";
    }

    @Override
    int operations() {
        return Integer.getInteger("privacy.history.operations", OPERATIONS);
    }
}

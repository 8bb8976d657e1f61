package org.privacyrules.jdbc.history;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.privacyrules.jdbc.SchemaScripts;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** Nodes on H2, which one process serves to the others. Always few calls, because that is slow. */
@OnDatabase(Product.H2)
class H2HistoryRunTest extends HistoryTest {

    private static final int OPERATIONS = 2_000;
    private static final String NAME = "mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    private static Server server;

    @BeforeAll
    static void startServer() throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0").start();
        try (HikariDataSource pool = new Database("jdbc:h2:" + NAME, "sa", "").open()) {
            SchemaScripts.forDatabase(pool).apply(pool);
        }
    }

    @AfterAll
    static void stopServer() {
        server.stop();
    }

    @Override
    Database database() {
        return new Database("jdbc:h2:tcp://localhost:" + server.getPort() + "/" + NAME, "sa", "");
    }

    @Override
    int operations() {
        return OPERATIONS;
    }
}

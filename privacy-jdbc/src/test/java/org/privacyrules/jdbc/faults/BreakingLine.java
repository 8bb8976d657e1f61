package org.privacyrules.jdbc.faults;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.privacyrules.jdbc.servers.TcpProxy;
import org.privacyrules.jdbc.servers.TestDatabase;

/** A data source of one connection, kept while it works, by way of a proxy that breaks it. */
final class BreakingLine implements AutoCloseable {

    private final TestDatabase database;
    private final TcpProxy proxy;
    private final URI server;
    private final String parameters;
    private final int deadPort;
    private Afterwards afterwards = Afterwards.UP;
    private int cutsBefore;
    private @Nullable Connection kept;

    /** What becomes of the line when it has been cut. */
    enum Afterwards {
        UP,
        REFUSES,
        SILENT
    }

    BreakingLine(TestDatabase database, String parameters) throws IOException {
        this.database = database;
        this.server = URI.create(database.url().substring("jdbc:".length()));
        this.proxy = TcpProxy.to(server.getHost(), server.getPort());
        this.parameters = parameters;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.deadPort = unused.getLocalPort();
        }
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                BreakingLine.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) ->
                        method.getName().equals("getConnection") ? borrow() : null);
    }

    /** Cuts once, before or after the n-th packet of what comes next. */
    void arm(boolean before, int packet, Afterwards then) throws SQLException {
        borrow().close();
        cutsBefore = proxy.cuts();
        afterwards = then;
        if (before) {
            proxy.armBefore(packet);
        } else {
            proxy.armAfter(packet);
        }
    }

    boolean isCut() {
        return proxy.cuts() > cutsBefore;
    }

    void heal() {
        afterwards = Afterwards.UP;
        proxy.heal();
    }

    private Connection borrow() throws SQLException {
        Connection connection = kept;
        kept = null;
        Connection sound = connection == null || connection.isClosed() ? connect() : connection;
        return (Connection) Proxy.newProxyInstance(
                BreakingLine.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        kept = sound;
                        return null;
                    }
                    try {
                        return method.invoke(sound, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Connection connect() throws SQLException {
        boolean down = afterwards != Afterwards.UP && isCut();
        if (down && afterwards == Afterwards.SILENT) {
            proxy.blackHole();
        }
        int port = down && afterwards == Afterwards.REFUSES ? deadPort : proxy.port();
        String url = database.url().replace(server.getRawAuthority(), "127.0.0.1:" + port);
        return DriverManager.getConnection(
                url + (url.contains("?") ? "&" : "?") + parameters, database.user(), database.password());
    }

    @Override
    public void close() throws SQLException {
        proxy.close();
        if (kept != null) {
            kept.abort(Runnable::run);
        }
    }
}

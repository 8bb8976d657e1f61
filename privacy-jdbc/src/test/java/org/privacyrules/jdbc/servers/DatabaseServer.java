package org.privacyrules.jdbc.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A real database server on 127.0.0.1 with a folder of its own, which goes when the server is closed. What is not closed
 * is closed when the JVM ends, and by {@link Orphans} when the JVM is killed.
 */
public abstract sealed class DatabaseServer implements DatabaseHost, AutoCloseable
        permits PostgresServer, MariaDbServer {

    private final Path folder;
    private final int port = freePort();
    private ServerProcess process;

    DatabaseServer(String name) {
        try {
            folder = Files.createTempDirectory("privacy-rules-" + name + "-").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What starts the server, without forking into the background. */
    abstract List<String> command() throws IOException;

    /** Makes the system tables in {@link #data()}. */
    abstract void initialise() throws IOException;

    /** The signal after which the server writes everything down and ends, whoever is connected. */
    abstract String stopSignal();

    /** Ends a server whose data nobody needs. */
    abstract void discard(ServerProcess running);

    abstract String adminUrl();

    @Override
    public String user() {
        return "root";
    }

    @Override
    public String password() {
        return "";
    }

    public final int port() {
        return port;
    }

    /** The version as the server says it. */
    public final String version() {
        try (Connection connection = admin();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select version()")) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a database with a name that nobody had, and returns the name. */
    @Override
    public final String createDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        administer("create database " + name);
        return name;
    }

    /** Ends the server and all that it started with SIGKILL; returns when they are gone. */
    public final synchronized void kill() {
        process.kill();
        process = null;
    }

    /** Ends the server in good order. */
    public final synchronized void stop() {
        process.stop(stopSignal());
        process = null;
    }

    /** Starts the server again after {@link #kill()} or {@link #stop()}: same data, same port. Returns when it answers. */
    public final synchronized void restart() {
        if (process != null) {
            throw new IllegalStateException("still running");
        }
        try {
            process = ServerProcess.start(command(), folder, log());
            Orphans.takeAfterUs(process.pid(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerProcess started = process;
        ServerProcess.await("answer of the server", () -> answers(started));
    }

    @Override
    public final synchronized void close() {
        JvmEnd.forget(this);
        if (!Files.exists(folder)) {
            return;
        }
        if (process == null) {
            // What a killed server leaves in the kernel's shared memory, only its successor clears away.
            restart();
        }
        discard(process);
        process = null;
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final void begin() {
        JvmEnd.closes(this);
        try {
            initialise();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restart();
    }

    final synchronized long pid() {
        return process.pid();
    }

    final Path folder() {
        return folder;
    }

    final Path data() {
        return folder.resolve("data");
    }

    final Path log() {
        return folder.resolve("server.log");
    }

    final void administer(String sql) {
        try (Connection connection = admin();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection admin() throws SQLException {
        return DriverManager.getConnection(adminUrl(), user(), password());
    }

    private boolean answers(ServerProcess started) {
        if (!started.isAlive()) {
            throw new IllegalStateException("The server ended by itself:\n" + ServerProcess.tail(log()));
        }
        try (Connection connection = admin()) {
            return connection.isValid(10);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Below the range that the kernel hands out, so that nobody takes the port while the server is down. */
    private static int freePort() {
        while (true) {
            int candidate = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket free = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // The next one.
            }
        }
    }
}

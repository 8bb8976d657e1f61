package org.privacyrules.jdbc.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server. */
public final class PostgresServer extends DatabaseServer {

    private static final String[] FAST = {"fsync=off", "synchronous_commit=off", "full_page_writes=off"};
    private static final String[] DURABLE = {"fsync=on", "synchronous_commit=on", "full_page_writes=on"};

    private final Path programs = ServerArchive.postgres();
    private final Unprivileged unprivileged = Unprivileged.here();
    private final List<String> settings;

    private PostgresServer(List<String> settings) {
        super("postgres");
        this.settings = settings;
    }

    /** The server that this JVM's tests share; it forgets on a crash. */
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    /**
     * A server that keeps what it has confirmed.
     *
     * @param settings more settings, such as {@code shared_buffers=1GB}; they come last and so win
     */
    public static PostgresServer startDurable(String... settings) {
        return start(DURABLE, settings);
    }

    private static PostgresServer start(String[] durability, String... more) {
        Machine.requireServersOf("PostgreSQL", "privacy.postgresql.url");
        List<String> settings = new ArrayList<>(List.of(durability));
        settings.addAll(List.of(more));
        PostgresServer server = new PostgresServer(settings);
        server.begin();
        return server;
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    @Override
    public String user() {
        return "postgres";
    }

    @Override
    public void dropDatabase(String database) {
        administer("drop database if exists " + database + " with (force)");
    }

    @Override
    String adminUrl() {
        return url("postgres");
    }

    @Override
    void initialise() throws IOException {
        Files.createFile(log());
        unprivileged.give(folder());
        ServerProcess.run(
                unprivileged.command(List.of(
                        programs.resolve("bin/initdb").toString(),
                        "--pgdata=" + data(),
                        "--username=" + user(),
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync")),
                new byte[0],
                folder(),
                log());
    }

    @Override
    List<String> command() {
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("bin/postgres").toString(), "-D", data().toString()));
        List<String> all = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port(),
                "unix_socket_directories=",
                "max_connections=100",
                "shared_buffers=64MB"));
        all.addAll(settings);
        all.forEach(setting -> command.addAll(List.of("-c", setting)));
        return unprivileged.command(command);
    }

    @Override
    String stopSignal() {
        return "INT";
    }

    @Override
    void discard(ServerProcess running) {
        running.stop("QUIT");
    }

    private static final class Shared {
        private static final PostgresServer SERVER = start(FAST);
    }
}

package org.privacyrules.jdbc.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A MariaDB server; its user root has no password. */
public final class MariaDbServer extends DatabaseServer {

    private static final String FAST = "innodb-flush-log-at-trx-commit=0";
    private static final String DURABLE = "innodb-flush-log-at-trx-commit=1";

    private final Path programs = ServerArchive.mariaDb();
    private final List<String> settings;

    private MariaDbServer(List<String> settings) {
        super("mariadb");
        this.settings = settings;
    }

    /** The server that this JVM's tests share; it forgets on a crash. */
    public static MariaDbServer shared() {
        return Shared.SERVER;
    }

    /**
     * A server that keeps what it has confirmed.
     *
     * @param settings more settings, such as {@code innodb-buffer-pool-size=1G}; they come last and so win
     */
    public static MariaDbServer startDurable(String... settings) {
        return start(DURABLE, settings);
    }

    private static MariaDbServer start(String durability, String... more) {
        Machine.requireServersOf("MariaDB", "privacy.mariadb.url");
        List<String> settings = new ArrayList<>(List.of(durability));
        settings.addAll(List.of(more));
        MariaDbServer server = new MariaDbServer(settings);
        server.begin();
        return server;
    }

    @Override
    public String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port() + "/" + database;
    }

    @Override
    public void dropDatabase(String database) {
        administer("drop database if exists " + database);
    }

    @Override
    String adminUrl() {
        return url("");
    }

    @Override
    void initialise() throws IOException {
        Files.createDirectory(data());
        ServerProcess.run(common("--bootstrap"), systemTables(), folder(), log());
    }

    @Override
    List<String> command() {
        List<String> command = common(
                "--bind-address=127.0.0.1",
                "--port=" + port(),
                // Relative to the data folder: a long path would not fit into a socket's name.
                "--socket=s",
                "--pid-file=pid",
                "--skip-ssl",
                "--skip-name-resolve",
                "--max-connections=100");
        settings.forEach(setting -> command.add("--" + setting));
        return command;
    }

    @Override
    String stopSignal() {
        return "TERM";
    }

    @Override
    void discard(ServerProcess running) {
        running.kill();
    }

    private List<String> common(String... more) {
        Path share = programs.resolve("share");
        List<String> command = new ArrayList<>(List.of(
                programs.resolve("bin/mariadbd").toString(),
                // Only as the first argument.
                "--no-defaults",
                "--datadir=" + data(),
                "--tmpdir=" + folder(),
                "--lc-messages-dir=" + share,
                "--character-sets-dir=" + share.resolve("charsets"),
                "--innodb-use-native-aio=0",
                "--innodb-buffer-pool-size=32M",
                "--innodb-log-file-size=32M"));
        if (Machine.userId() == 0) {
            command.add("--user=root");
        }
        command.addAll(List.of(more));
        return command;
    }

    private byte[] systemTables() throws IOException {
        ByteArrayOutputStream statements = new ByteArrayOutputStream();
        statements.write("create database mysql;\nuse mysql;\n".getBytes(StandardCharsets.UTF_8));
        for (String part : List.of("tables", "performance_tables", "tables_data")) {
            String file = part.startsWith("performance") ? "mariadb_" + part : "mariadb_system_" + part;
            statements.write(Files.readAllBytes(programs.resolve("share/" + file + ".sql")));
        }
        return statements.toByteArray();
    }

    private static final class Shared {
        private static final MariaDbServer SERVER = start(FAST);
    }
}

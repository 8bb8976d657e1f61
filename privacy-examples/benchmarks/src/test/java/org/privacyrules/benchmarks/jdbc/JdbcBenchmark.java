package org.privacyrules.benchmarks.jdbc;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.privacyrules.jdbc.servers.DatabaseServer;
import org.privacyrules.jdbc.servers.MariaDbServer;
import org.privacyrules.jdbc.servers.PostgresServer;

/**
 * Measures the adapter beside plain JDBC on durable servers and prints one table. System properties: those of {@link Scale};
 * {@code report}, where table and statements go as Markdown. Nothing is asserted but that both sides know the same.
 */
public final class JdbcBenchmark {

    private static final Set<String> READS = Set.of("check", "candidates", "million", "listing");

    private final Scale scale;
    private final Report report;

    JdbcBenchmark(Scale scale, Report report) {
        this.scale = scale;
        this.report = report;
    }

    /**
     * Starts the servers and measures.
     *
     * @param args none
     */
    public static void main(String[] args) throws Exception {
        Scale scale = Scale.ofProperties();
        Report report = new Report("The adapter beside plain JDBC", "plain", System.err::println);
        JdbcBenchmark benchmark = new JdbcBenchmark(scale, report);
        report.ground(machine());
        report.ground(scale.toString());
        for (String database : scale.databases()) {
            try (DatabaseServer server = start(database)) {
                report.ground(database + " " + server.version());
                benchmark.measure(server);
            }
        }
        System.out.println(report.table());
        report.write(Path.of(System.getProperty("report", "target/jdbc-benchmark.md")));
    }

    static String machine() {
        return Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version() + ", "
                + LocalDate.now(ZoneOffset.UTC);
    }

    private static DatabaseServer start(String database) {
        return switch (database) {
            case "postgresql" ->
                PostgresServer.startDurable("shared_buffers=2GB", "max_wal_size=8GB", "checkpoint_timeout=1h");
            case "mariadb" -> MariaDbServer.startDurable("innodb-buffer-pool-size=2G", "innodb-log-file-size=2G");
            default -> throw new IllegalArgumentException("databases: postgresql or mariadb");
        };
    }

    void measure(DatabaseServer server) throws Exception {
        if (scale.measures("append")) {
            try (Bed bed = new Bed(server)) {
                new Appending(bed.grow(scale.subjects(), true), scale, report).measure();
            }
        }
        if (scale.measures("sweep")) {
            try (Bed bed = new Bed(server)) {
                new Sweeping(bed, scale, report).measure();
            }
        }
        if (READS.stream().anyMatch(scale::measures)) {
            try (Bed bed = new Bed(server)) {
                read(bed);
            }
        }
    }

    private void read(Bed bed) throws Exception {
        Reading reading = new Reading(bed, scale, report);
        if (scale.measures("check")) {
            for (int size : scale.sizes()) {
                bed.grow(size, false);
                reading.checkNow();
            }
            reading.tellGrowth();
        }
        bed.grow(scale.largest(), false);
        if (scale.measures("candidates")) {
            reading.filterCandidates();
        }
        if (scale.measures("million") && bed.product instanceof Postgres) {
            reading.filterMany();
        }
        if (scale.measures("listing")) {
            reading.list();
        }
    }
}

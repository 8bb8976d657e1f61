package org.privacyrules.benchmarks.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.privacyrules.PrivacyRules;
import org.privacyrules.jdbc.JdbcStorage;

/** Lists all who are permitted, in a JVM of 32 MB: once to warm up, once to be measured. */
final class ListingRun {

    /** Who lists. */
    enum Side {
        PLAIN,
        LIBRARY
    }

    private ListingRun() {}

    static Speed measure(Bed bed, Side side) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-classpath",
                System.getProperty("java.class.path"),
                ListingRun.class.getName(),
                side.name(),
                bed.server.url(bed.database) + bed.product.options(),
                bed.server.user(),
                bed.server.password());
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (child.waitFor() != 0) {
            throw new IllegalStateException(side + " did not list all in 32 MB: " + said);
        }
        String[] words = said.split(" ", 2);
        return new Speed(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
    }

    /**
     * Prints the rate and the time.
     *
     * @param args side, URL, user, password
     */
    public static void main(String[] args) throws Exception {
        try (HikariDataSource pool = Bed.pool(args[1], args[2], args[3], 2)) {
            Load.Pass pass = pass(Side.valueOf(args[0]), pool);
            pass.run();
            Speed speed = Load.of(pass, System::nanoTime);
            System.out.println(speed.perSecond() + " " + speed.medianNanos());
        }
    }

    private static Load.Pass pass(Side side, HikariDataSource pool) {
        if (side == Side.PLAIN) {
            return () -> plain(pool);
        }
        PrivacyRules rules = Bed.rules(JdbcStorage.on(pool));
        return () -> {
            long[] permitted = {0};
            rules.decisions().permitted(Bed.PURPOSE).forEach(subject -> permitted[0]++);
            return permitted[0];
        };
    }

    private static long plain(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return Plain.listing(connection, Bed.now());
        }
    }
}

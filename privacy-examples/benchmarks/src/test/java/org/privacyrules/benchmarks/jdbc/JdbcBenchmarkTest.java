package org.privacyrules.benchmarks.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.privacyrules.jdbc.servers.DatabaseServer;
import org.privacyrules.jdbc.servers.MariaDbServer;
import org.privacyrules.jdbc.servers.PostgresServer;

/** The benchmark runs from end to end: what is not run decays. Its figures mean nothing here. */
class JdbcBenchmarkTest {

    @TempDir
    Path folder;

    @Test
    void every_section_measures_both_sides_on_postgresql() throws Exception {
        requireLines(
                PostgresServer.shared(), Set.of("append", "check", "candidates", "million", "listing", "sweep"), 24);
    }

    @Test
    void all_but_the_listing_measures_both_sides_on_mariadb() throws Exception {
        requireLines(MariaDbServer.shared(), Set.of("append", "check", "candidates", "sweep"), 21);
    }

    @Test
    void two_sides_that_do_not_know_the_same_are_not_compared() throws Exception {
        Scale tiny = new Scale(List.of(), Set.of(), 1, 0.02, 50, List.of(50), 50, 50, 1, 1, 1);
        try (Bed bed = new Bed(PostgresServer.shared())) {
            bed.grow(50, false);
            Bed.execute(bed.pool, List.of("update plain_state set status = 'WITHDRAWN' where status = 'GIVEN'"));
            Reading reading = new Reading(bed, tiny, new Report("", "plain", line -> {}));
            assertThrows(IllegalStateException.class, reading::checkNow);
        }
    }

    private void requireLines(DatabaseServer server, Set<String> sections, int lines) throws Exception {
        Scale tiny = new Scale(List.of(), sections, 1, 0.02, 50, List.of(50, 100), 100, 100, 1_000, 20, 4);
        Report report = new Report("", "plain", line -> {});
        new JdbcBenchmark(tiny, report).measure(server);
        Path file = folder.resolve("report.md");
        report.write(file);
        String text = Files.readString(file);
        assertEquals(lines, report.table().lines().count(), report.table());
        assertFalse(report.table().contains("NaN"), report.table());
        assertTrue(text.contains("insert into privacy_") && text.contains("insert into plain_event"), text);
    }
}

package org.privacyrules.jdbc.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.SchemaScripts;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** H2 in a file, in a JVM that is killed while it writes. How often: the system property {@code privacy.faults.crashes}. */
class H2CrashTest {

    private static final int CRASHES = Integer.getInteger("privacy.faults.crashes", 3);
    private static final int ACKNOWLEDGED = 60;
    private static final int MOST_TO_LOSE_ONE = 10;

    @TempDir
    Path folder;

    /** Writes commands of the library, and says which are acknowledged. */
    static final class Writer {

        private Writer() {}

        public static void main(String... arguments) {
            Scene scene = Scene.on(JdbcStorage.on(pool(arguments[0])));
            for (int i = 0; ; i++) {
                String key = UUID.randomUUID().toString();
                OperationId operation = OperationId.random();
                (i % 2 == 0 ? UseCase.OBJECT : UseCase.GIVE_WITH_DOUBLE_OPT_IN).perform(scene, operation, key);
                System.out.println(scene.tenant().name() + " " + key + " " + operation);
            }
        }
    }

    /** The same with rows of its own, because the library refuses a database that writes late. */
    static final class PlainWriter {

        private PlainWriter() {}

        public static void main(String... arguments) throws SQLException {
            try (Connection connection = DriverManager.getConnection(arguments[0]);
                    PreparedStatement insert = connection.prepareStatement("insert into written values (?)")) {
                for (int i = 0; ; i++) {
                    insert.setInt(1, i);
                    insert.execute();
                    System.out.println(i);
                }
            }
        }
    }

    private static JdbcConnectionPool pool(String url) {
        return JdbcConnectionPool.create(url, "", "");
    }

    private static List<String> acknowledged(Class<?> writer, String url) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        try (Child child = new Child(writer, url)) {
            while (lines.size() < ACKNOWLEDGED) {
                lines.add(child.next());
            }
            lines.addAll(child.kill());
        }
        return lines;
    }

    @Test
    void a_killed_jvm_has_lost_nothing_that_was_acknowledged() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("sound") + ";WRITE_DELAY=0";
        JdbcConnectionPool owner = pool(url);
        SchemaScripts.forDatabase(owner).apply(owner);
        owner.dispose();
        for (int i = 0; i < CRASHES; i++) {
            List<String> lines = acknowledged(Writer.class, url);
            JdbcConnectionPool pool = pool(url);
            Scene back = Scene.on(JdbcStorage.on(pool));
            List<String> complaints = new ArrayList<>();
            Scene scene = back.ofTenant(lines.get(0).split(" ", -1)[0]);
            for (String line : lines) {
                String[] words = line.split(" ", -1);
                boolean there = scene.history(SubjectId.of(words[1])).stream()
                        .anyMatch(
                                stored -> stored.entry().operation().toString().equals(words[2]));
                if (!there) {
                    complaints.add("lost");
                }
                scene.requireSound(SubjectId.of(words[1]), complaints);
            }
            pool.dispose();
            assertEquals(List.of(), complaints);
        }
    }

    @Test
    void a_database_that_writes_late_is_found() throws Exception {
        boolean lost = false;
        for (int i = 0; i < MOST_TO_LOSE_ONE && !lost; i++) {
            String url = "jdbc:h2:" + folder.resolve("late-" + i) + ";WRITE_DELAY=500";
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table written (id int)");
            }
            List<String> lines = acknowledged(PlainWriter.class, url);
            Set<String> written = new HashSet<>();
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select id from written")) {
                while (rows.next()) {
                    written.add(rows.getString(1));
                }
            }
            lost = !written.containsAll(lines);
        }
        assertTrue(lost, "nothing was lost");
    }
}

package org.privacyrules.jdbc.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * A node of its own process. It hears before which statement to stand still, which operation and whose; it says when it has come
 * there, hears when to go on, and says what it was told and how many statements there were.
 */
final class StandingNode {

    static final UseCase COMMAND = UseCase.REPORT_MANY;
    static final String THERE = "there";
    static final int NEVER = 0;
    static final int AT_COMMIT = -1;

    private final BufferedReader hears = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private int standsAt = NEVER;
    private int executed;

    private StandingNode() {}

    /**
     * Runs it.
     *
     * @param arguments URL, user, password, tenant; then, as planted bugs, methods of connections that are not carried out
     */
    public static void main(String... arguments) throws IOException {
        new StandingNode().run(arguments);
    }

    private void run(String... arguments) throws IOException {
        String[] swallowed = Arrays.copyOfRange(arguments, 4, arguments.length);
        Scene scene = Scene.on(JdbcStorage.on(Watched.of(
                        Watched.driver(arguments[0], arguments[1], arguments[2]), this::standStill, swallowed)))
                .ofTenant(arguments[3]);
        for (String line = hears.readLine(); line != null; line = hears.readLine()) {
            String[] words = line.split(" ", -1);
            executed = 0;
            standsAt = Integer.parseInt(words[0]);
            String told = told(scene, new OperationId(UUID.fromString(words[1])), words[2]);
            System.out.println(told + " " + executed);
        }
    }

    private static String told(Scene scene, OperationId operation, String key) {
        try {
            COMMAND.perform(scene, operation, key);
            return "ANSWERED";
        } catch (StorageException e) {
            return e.code();
        }
    }

    private void standStill(String call, String sql) {
        executed += call.startsWith("execute") ? 1 : 0;
        boolean there = standsAt == AT_COMMIT ? call.equals("commit") : standsAt != NEVER && executed == standsAt;
        if (there) {
            standsAt = NEVER;
            System.out.println(THERE);
            try {
                hears.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How many of its entries are there. */
    static long stored(Scene sound, OperationId operation, String key) {
        return COMMAND.subjects(key).stream()
                .flatMap((SubjectId subject) -> sound.history(subject).stream())
                .filter(entry -> entry.entry().operation().equals(operation))
                .count();
    }
}

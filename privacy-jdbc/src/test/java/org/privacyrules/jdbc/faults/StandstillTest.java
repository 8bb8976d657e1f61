package org.privacyrules.jdbc.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.SchemaScripts;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * A node stands still in the midst of a command, for longer than the server waits for it. Others go on, and when it wakes up its
 * command is done once or not at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StandstillTest {

    private TestDatabase database;
    private Scene sound;

    abstract Product product();

    /** For the node. */
    abstract String url(TestDatabase of);

    /** Lets the server end sessions that stand still in a transaction from now on. */
    void limit(TestDatabase sessions) {}

    @BeforeAll
    void open() {
        database = TestDatabase.create(product());
        SchemaScripts.forDatabase(database.unpooled()).apply(database.unpooled());
        sound = Scene.on(JdbcStorage.on(database.dataSource()));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void a_node_that_stood_still_acts_once_or_not_at_all() throws Exception {
        assertEquals(List.of(), complaints());
    }

    @Test
    void a_node_that_writes_without_a_transaction_is_found() throws Exception {
        List<String> complaints = complaints("setAutoCommit", "commit", "rollback");
        assertTrue(complaints.contains("half of it is seen meanwhile"), complaints::toString);
    }

    private List<String> complaints(String... planted) throws IOException, InterruptedException {
        List<String> complaints = new ArrayList<>();
        String[] arguments = Stream.concat(
                        Stream.of(url(database), database.user(), database.password(), sound.tenant().name()),
                        Arrays.stream(planted))
                .toArray(String[]::new);
        try (Child node = new Child(StandingNode.class, arguments)) {
            node.tell(StandingNode.NEVER + " " + OperationId.random() + " " + UUID.randomUUID());
            int statements = Integer.parseInt(node.next().split(" ", -1)[1]);
            limit(database);
            for (int at : planted.length == 0 ? List.of(statements, StandingNode.AT_COMMIT) : List.of(statements)) {
                standStill(node, at, complaints);
            }
        }
        return complaints;
    }

    private void standStill(Child node, int at, List<String> complaints) throws IOException, InterruptedException {
        String key = UUID.randomUUID().toString();
        OperationId operation = OperationId.random();
        node.tell(at + " " + operation + " " + key);
        assertEquals(StandingNode.THERE, node.next());
        node.signal("STOP");
        try {
            UseCase.COUNTRY.perform(sound, OperationId.random(), key);
            if (StandingNode.stored(sound, operation, key) != 0) {
                complaints.add("half of it is seen meanwhile");
            }
            node.tell("go on");
        } finally {
            node.signal("CONT");
        }
        String told = node.next().split(" ", -1)[0];
        long stored = StandingNode.stored(sound, operation, key);
        if (stored != 0 && stored != 2) {
            complaints.add("half of it is done");
        }
        if (told.equals("ANSWERED") ? stored != 2 : !told.equals("COMMIT_UNKNOWN") && stored != 0) {
            complaints.add(told + " and stored " + stored);
        }
        StandingNode.COMMAND.perform(sound, operation, key);
        if (StandingNode.stored(sound, operation, key) != 2) {
            complaints.add("a repetition leaves another number");
        }
        for (SubjectId subject : StandingNode.COMMAND.subjects(key)) {
            sound.requireSound(subject, complaints);
        }
    }
}

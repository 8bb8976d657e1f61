package org.privacyrules.jdbc.history;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.privacyrules.PrivacyRules;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.decision.SubjectDecisions;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.history.Call.Acknowledged;
import org.privacyrules.jdbc.history.Call.Failed;
import org.privacyrules.jdbc.history.Call.Kind;
import org.privacyrules.jdbc.history.Call.Outcome;
import org.privacyrules.jdbc.history.Call.Seen;
import org.privacyrules.jdbc.history.Call.Unknown;
import org.privacyrules.jdbc.history.Scene.Command;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * A node of its own process: calls at random on several threads and writes down what it did and what it was told. It is ready
 * when its file is there, and starts when the gate is.
 */
final class HistoryWorker {

    private static final int THREADS = 4;
    private static final int READS_IN_TEN = 6;
    private static final int SHARED_IN_TEN = 2;
    private static final int CALLS_FOR_ONE_SHARED = 50;
    private static final int REPETITIONS = 3;
    private static final long GATE_MILLIS = 2;

    private final Plan plan;
    private final PrivacyRules rules;
    private final Function<SubjectId, SubjectDecisions> reader;
    private final CallLog log;

    /**
     * What a node is to do.
     *
     * @param database where
     * @param tenant whose rules
     * @param seed for the choice of calls
     * @param operations how many calls
     * @param clockOffset how far the node's clock is off
     * @param cached for how long the node keeps decisions, which is the planted bug; zero if it is sound
     */
    record Plan(Database database, String tenant, long seed, int operations, Duration clockOffset, Duration cached) {

        List<String> arguments() {
            return List.of(
                    database.url(),
                    database.user(),
                    database.password(),
                    tenant,
                    Long.toString(seed),
                    Integer.toString(operations),
                    Long.toString(clockOffset.toSeconds()),
                    Long.toString(cached.toMillis()));
        }

        static Plan read(String... arguments) {
            return new Plan(
                    new Database(arguments[0], arguments[1], arguments[2]),
                    arguments[3],
                    Long.parseLong(arguments[4]),
                    Integer.parseInt(arguments[5]),
                    Duration.ofSeconds(Long.parseLong(arguments[6])),
                    Duration.ofMillis(Long.parseLong(arguments[7])));
        }
    }

    private HistoryWorker(Plan plan, JdbcStorage storage, CallLog log) {
        this.plan = plan;
        this.log = log;
        this.rules = PrivacyRules.builder()
                .tenant(plan.tenant())
                .storage(storage)
                .clock(Clock.offset(Clock.systemUTC(), plan.clockOffset()))
                .build();
        Function<SubjectId, SubjectDecisions> sound = rules.decisions()::of;
        this.reader = plan.cached().isZero() ? sound : new DecisionCache(sound, plan.cached());
    }

    /** The planted bug: what looks harmless in a service is a use without a consent. */
    private static final class DecisionCache implements Function<SubjectId, SubjectDecisions> {

        private final Function<SubjectId, SubjectDecisions> source;
        private final Duration kept;
        private final Map<SubjectId, Kept> cache = new ConcurrentHashMap<>();

        private record Kept(SubjectDecisions decisions, long readAt) {}

        DecisionCache(Function<SubjectId, SubjectDecisions> source, Duration kept) {
            this.source = source;
            this.kept = kept;
        }

        @Override
        public SubjectDecisions apply(SubjectId subject) {
            Kept known = cache.get(subject);
            if (known == null || System.nanoTime() - known.readAt() > kept.toNanos()) {
                known = new Kept(source.apply(subject), System.nanoTime());
                cache.put(subject, known);
            }
            return known.decisions();
        }
    }

    /**
     * Runs a node.
     *
     * @param arguments those of a plan, the file to write, and the gate to wait for
     * @throws Exception if anything but the storage failed
     */
    public static void main(String... arguments) throws Exception {
        Plan plan = Plan.read(arguments);
        Path gate = Path.of(arguments[9]);
        try (HikariDataSource pool = plan.database().open()) {
            JdbcStorage storage = JdbcStorage.on(pool);
            try (CallLog log = CallLog.create(Path.of(arguments[8]))) {
                HistoryWorker worker = new HistoryWorker(plan, storage, log);
                while (!Files.exists(gate)) {
                    TimeUnit.MILLISECONDS.sleep(GATE_MILLIS);
                }
                worker.run();
            }
        }
    }

    private void run() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(plan.seed() * THREADS + i);
                running.add(threads.submit(() -> callOften(random, plan.operations() / THREADS)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void callOften(Random random, int times) {
        for (int i = 0; i < times; i++) {
            if (random.nextInt(10) < READS_IN_TEN) {
                read(Scene.pick(Scene.SUBJECTS, random), Scene.pick(Scene.PURPOSES, random));
            } else {
                command(choose(random));
            }
        }
    }

    private Command choose(Random random) {
        return random.nextInt(10) < SHARED_IN_TEN
                ? Command.shared(plan.tenant(), random.nextInt(1 + plan.operations() / CALLS_FOR_ONE_SHARED))
                : Command.of(OperationId.random(), random);
    }

    /** A command whose fate is unknown is repeated under its id, as the library tells its callers to. */
    private void command(Command command) {
        Outcome outcome = new Unknown();
        for (int i = 0; i < REPETITIONS && outcome instanceof Unknown; i++) {
            outcome = commandOnce(command);
        }
    }

    private Outcome commandOnce(Command command) {
        long invokedAt = System.nanoTime();
        long number = log.invoked(
                command.kind(), command.operation().toString(), command.subject(), command.purpose(), invokedAt);
        Outcome outcome = outcomeOf(command);
        log.returned(number, System.nanoTime(), outcome);
        return outcome;
    }

    private Outcome outcomeOf(Command command) {
        try {
            Recorded recorded = perform(command);
            return new Acknowledged(recorded.sequence(), recorded.at(), recorded.repeated());
        } catch (StorageException e) {
            return e.code().equals("COMMIT_UNKNOWN") ? new Unknown() : new Failed(e.code());
        }
    }

    private Recorded perform(Command command) {
        SubjectId subject = SubjectId.of(command.subject());
        return switch (command.kind()) {
            case GIVE -> rules.consents().give(command.operation(), subject, command.purpose(), Scene.shown());
            case WITHDRAW -> rules.consents().withdraw(command.operation(), subject, command.purpose(), Scene.shown());
            case OBJECT -> rules.consents().objectTo(command.operation(), subject, command.purpose(), Scene.shown());
            case READ -> throw new IllegalArgumentException("a read is no command");
        };
    }

    private void read(String subject, String purpose) {
        long invokedAt = System.nanoTime();
        long number = log.invoked(Kind.READ, "", subject, purpose, invokedAt);
        Outcome outcome = seen(SubjectId.of(subject), purpose);
        log.returned(number, System.nanoTime(), outcome);
    }

    private Outcome seen(SubjectId subject, String purpose) {
        try {
            SubjectDecisions decisions = reader.apply(subject);
            ConsentState state = decisions.known().consent(purpose);
            return new Seen(
                    state.sequence(),
                    decisions.consentStatus(purpose),
                    decisions.check(purpose).permitted());
        } catch (StorageException e) {
            return new Failed(e.code());
        }
    }
}

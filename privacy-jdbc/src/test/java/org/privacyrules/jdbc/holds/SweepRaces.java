package org.privacyrules.jdbc.holds;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.privacyrules.PrivacyRules;
import org.privacyrules.disposal.DisposalTask;
import org.privacyrules.disposal.KeptSubjects;
import org.privacyrules.disposal.PersonalData;
import org.privacyrules.disposal.PersonalTables;
import org.privacyrules.disposal.SweepReport.Outcome;
import org.privacyrules.fact.Fact;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.disposal.SweptShop;
import org.privacyrules.jdbc.disposal.SweptShop.Path;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.Permit;
import org.privacyrules.subject.SubjectId;

/** Holds of every kind against the sweep of the library, by every way in which it destroys. */
final class SweepRaces implements AutoCloseable {

    private static final int HANG_SECONDS = 60;
    private static final int ROWS = 2;

    /** How data are destroyed. */
    enum Way {
        ROW(Path.ROW),
        EMPTIED(Path.EMPTIED),
        CHANGED(Path.CHANGED),
        CUT(Path.CUT),
        ELSEWHERE(null);

        private final @Nullable Path path;

        Way(@Nullable Path path) {
            this.path = path;
        }

        private String category() {
            return path == null ? "account" : "log";
        }
    }

    /** What is placed. */
    enum Kind {
        SUBJECT,
        SUBJECT_AND_CATEGORY,
        CATEGORY,
        EVERYTHING,
        ANOTHER_SUBJECT,
        TWO,
        RELEASED
    }

    /** How far the sweep has come. */
    private enum Step {
        BEGUN,
        KNOWS_THE_HOLDS,
        HAS_DESTROYED
    }

    private final HikariDataSource pool;
    private final SettableClock clock = new SettableClock(SweptShop.START);
    private final Duration patience;
    private final SweptShop shop;
    private final Map<Way, PrivacyRules> rules = new EnumMap<>(Way.class);
    private final Set<String> elsewhere = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<String> losses = new ArrayList<>();
    private Race race = new Race(0, Step.BEGUN, Step.BEGUN);
    private int kept;
    private int swept;

    /**
     * Races of tenants of their own, one for each way.
     *
     * @param isolation that of the pool, such as {@code TRANSACTION_SERIALIZABLE}
     * @param ignored whether the tables do not look at what is kept: the planted bug
     */
    SweepRaces(TestDatabase database, SweptShop shop, String isolation, boolean ignored, Duration patience) {
        this.shop = shop;
        this.patience = patience;
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.unpooled());
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setTransactionIsolation(isolation);
        pool = new HikariDataSource(config);
        JdbcStorage storage = JdbcStorage.on(pool);
        for (Way way : Way.values()) {
            PersonalTables tables = way.path == null
                    ? PersonalTables.NONE
                    : pausing(new SweptShop(database.product(), pool, way.path).mapping(storage), ignored);
            PersonalData[] sources = way.path == null ? new PersonalData[] {new Elsewhere()} : new PersonalData[0];
            rules.put(way, SweptShop.rules(storage, tables, UUID.randomUUID().toString(), clock, sources));
        }
    }

    private PersonalTables pausing(PersonalTables sound, boolean ignored) {
        return SweptShop.instead(sound, (tables, transaction, due, keeping, rows, gone) -> {
            race.reach(Step.KNOWS_THE_HOLDS, patience);
            var chunk = tables.dispose(transaction, due, ignored ? KeptSubjects.NONE : keeping, rows, gone);
            race.reach(Step.HAS_DESTROYED, patience);
            return chunk;
        });
    }

    /** A source that has one thing of each subject. */
    private final class Elsewhere implements PersonalData {

        @Override
        public String name() {
            return "elsewhere";
        }

        @Override
        public Set<String> categories() {
            return Set.of("account");
        }

        @Override
        public Answer dispose(DisposalTask task) {
            race.reach(Step.KNOWS_THE_HOLDS, patience);
            elsewhere.remove(task.subject().reveal());
            race.reach(Step.HAS_DESTROYED, patience);
            return Answer.CONFIRMED;
        }
    }

    /** When the placer starts, and where the sweep pauses until it has counted, or for a moment. */
    private static final class Race {

        private final int number;
        private final Step start;
        private final Step pause;
        private final Map<Step, CountDownLatch> reached = new EnumMap<>(Step.class);
        private final CountDownLatch counted = new CountDownLatch(1);

        Race(int number, Step start, Step pause) {
            this.number = number;
            this.start = start;
            this.pause = pause;
            for (Step step : Step.values()) {
                reached.put(step, new CountDownLatch(1));
            }
        }

        void reach(Step step, Duration patience) {
            Objects.requireNonNull(reached.get(step)).countDown();
            if (step == pause) {
                await(counted, patience.toMillis());
            }
        }

        void ended() {
            reached.values().forEach(CountDownLatch::countDown);
        }

        static boolean await(CountDownLatch latch, long millis) {
            try {
                return latch.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        String subject() {
            return "subject-" + number;
        }

        String bystander() {
            return "bystander-" + number;
        }
    }

    /** What was destroyed though it was held, or left though it was not. */
    List<String> losses() {
        return losses;
    }

    /** In how many races something was left for the hold to keep. */
    int kept() {
        return kept;
    }

    /** In how many races something had been destroyed before the hold was acknowledged. */
    int swept() {
        return swept;
    }

    /** Runs races until something is lost or they have been run; each kind meets each way. */
    SweepRaces run(int first, int races) throws Exception {
        for (int i = first; i < first + races && losses.isEmpty(); i++) {
            Random random = new Random(i);
            boolean placerFirst = i % 6 == 0;
            Step start = placerFirst ? Step.BEGUN : Step.values()[random.nextInt(3)];
            Step pause = placerFirst ? Step.BEGUN : Step.values()[1 + random.nextInt(2)];
            race = new Race(i, start, pause);
            run(Way.values()[i % Way.values().length], Kind.values()[i / Way.values().length % Kind.values().length]);
        }
        return losses.isEmpty() ? finish() : this;
    }

    private void run(Way way, Kind kind) throws Exception {
        fill(way);
        Future<Outcome> sweeping = threads.submit(() -> sweep(way));
        List<OperationId> holds = new ArrayList<>();
        Future<Set<Integer>> placing = threads.submit(() -> place(way, kind, holds));
        Set<Integer> counted = placing.get(HANG_SECONDS, TimeUnit.SECONDS);
        Outcome outcome = sweeping.get(HANG_SECONDS, TimeUnit.SECONDS);
        if (outcome != Outcome.FINISHED) {
            losses.add(way + " " + kind + ": a sweep ended as " + outcome);
        }
        requireThere(way, kind, counted);
        holds.forEach(hold -> release(way, hold));
    }

    private void fill(Way way) {
        int id = race.number * 2 * ROWS;
        for (String subject : List.of(race.subject(), race.bystander())) {
            if (way.path == null) {
                elsewhere.add(subject);
                Objects.requireNonNull(rules.get(way))
                        .subjects()
                        .report(SubjectId.of(subject), "customer", Fact.since(LocalDate.of(2012, 1, 1)));
                Objects.requireNonNull(rules.get(way))
                        .subjects()
                        .report(SubjectId.of(subject), "customer", Fact.endedOn(LocalDate.of(2020, 1, 1)));
            } else {
                for (int i = 0; i < ROWS; i++) {
                    shop.insert(way.path, id++, subject);
                }
            }
        }
    }

    private Outcome sweep(Way way) {
        Race now = race;
        try {
            now.reach(Step.BEGUN, Duration.ofSeconds(HANG_SECONDS));
            return Objects.requireNonNull(rules.get(way))
                    .disposals()
                    .sweep(SweptShop.chunksOf(3))
                    .outcome();
        } finally {
            now.ended();
        }
    }

    private Set<Integer> place(Way way, Kind kind, List<OperationId> holds) {
        if (!Race.await(Objects.requireNonNull(race.reached.get(race.start)), HANG_SECONDS * 1000L)) {
            throw new IllegalStateException("the sweep did not come as far as " + race.start);
        }
        for (HoldScope scope : scopes(way, kind)) {
            holds.add(Objects.requireNonNull(rules.get(way))
                    .holds()
                    .place("race", scope, "a claim", LocalDate.of(2099, 1, 1), Actor.staff("7"))
                    .operation());
        }
        if (kind == Kind.TWO) {
            release(way, holds.remove(0));
        }
        Set<Integer> counted = covered(way, kind);
        race.counted.countDown();
        if (kind == Kind.RELEASED) {
            requireThere(way, kind, counted);
            release(way, holds.remove(0));
            return Set.of();
        }
        int all = kind == Kind.CATEGORY || kind == Kind.EVERYTHING ? 2 * size(way) : size(way);
        if (kind != Kind.ANOTHER_SUBJECT) {
            kept += counted.isEmpty() ? 0 : 1;
            swept += counted.size() < all ? 1 : 0;
        }
        return counted;
    }

    private static int size(Way way) {
        return way.path == null ? 1 : ROWS;
    }

    private List<HoldScope> scopes(Way way, Kind kind) {
        SubjectId subject = SubjectId.of(race.subject());
        return switch (kind) {
            case SUBJECT, RELEASED -> List.of(HoldScope.of(subject));
            case SUBJECT_AND_CATEGORY -> List.of(HoldScope.of(subject, way.category()));
            case CATEGORY -> List.of(HoldScope.of(way.category()));
            case EVERYTHING -> List.of(HoldScope.everything());
            case ANOTHER_SUBJECT -> List.of(HoldScope.of(SubjectId.of("another")));
            case TWO -> List.of(HoldScope.of(way.category()), HoldScope.of(subject));
        };
    }

    /** What is there of what the hold covers: the first rows of a race are the subject's. */
    private Set<Integer> covered(Way way, Kind kind) {
        int from = race.number * 2 * ROWS;
        Set<Integer> all = there(way);
        all.removeIf(id -> id < from || id >= from + 2 * ROWS);
        if (kind == Kind.ANOTHER_SUBJECT) {
            all.clear();
        } else if (kind != Kind.CATEGORY && kind != Kind.EVERYTHING) {
            all.removeIf(id -> id >= from + ROWS);
        }
        return all;
    }

    private Set<Integer> there(Way way) {
        if (way.path != null) {
            return shop.there(way.path);
        }
        Set<Integer> all = new TreeSet<>();
        for (String subject : elsewhere) {
            int number = Integer.parseInt(subject.substring(subject.indexOf('-') + 1));
            all.add(number * 2 * ROWS + (subject.startsWith("subject") ? 0 : ROWS));
        }
        return all;
    }

    private void requireThere(Way way, Kind kind, Set<Integer> counted) {
        if (!there(way).containsAll(counted)) {
            losses.add("race " + race.number + ", " + way + ": something was lost in spite of a hold on " + kind);
        }
    }

    private void release(Way way, OperationId hold) {
        Objects.requireNonNull(rules.get(way))
                .holds()
                .release(hold, SweptShop.PERMITS.give(Permit.Action.RELEASE_HOLD, Actor.staff("7"), "settled"));
    }

    /** When no hold stands any more nothing is left. */
    private SweepRaces finish() {
        clock.advance(Duration.ofHours(1));
        for (Way way : Way.values()) {
            Objects.requireNonNull(rules.get(way)).disposals().sweep(SweptShop.chunksOf(1000));
            if (!there(way).isEmpty()) {
                losses.add(way + ": something was left that nothing holds");
            }
        }
        return this;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        pool.close();
    }
}

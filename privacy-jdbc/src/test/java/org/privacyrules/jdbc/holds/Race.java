package org.privacyrules.jdbc.holds;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.subject.SubjectId;

/**
 * One race: when the placer starts, and where the sweepers pause until it has counted, or for a moment if it cannot; in each eighth
 * the placer is first. Waiting for each other is what makes the bad interleavings likely on any machine.
 */
final class Race {

    /** How far a sweeper has come. */
    enum Step {
        BEGUN,
        KNOWS_THE_HOLDS,
        HAS_DELETED
    }

    private static final int HANG_SECONDS = 30;

    private final int number;
    private final Duration patience;
    private final HoldScope scope;
    private final Step start;
    private final Step pause;
    private final Map<Step, CountDownLatch> reached = Arrays.stream(Step.values())
            .collect(Collectors.toUnmodifiableMap(step -> step, step -> new CountDownLatch(1)));
    private final CountDownLatch counted = new CountDownLatch(1);

    /**
     * A race.
     *
     * @param patience how long a sweeper pauses at most
     */
    Race(int number, Duration patience, Random random) {
        this.number = number;
        this.scope = scope(random.nextInt(4));
        boolean placerFirst = number % 8 == 0;
        this.start = placerFirst ? Step.BEGUN : Step.values()[random.nextInt(3)];
        this.pause = placerFirst ? Step.BEGUN : Step.values()[1 + random.nextInt(2)];
        this.patience = placerFirst ? Duration.ofSeconds(HANG_SECONDS) : patience;
    }

    private HoldScope scope(int kind) {
        SubjectId subject = SubjectId.of(subject());
        return switch (kind) {
            case 0 -> HoldScope.of(subject);
            case 1 -> HoldScope.of("usage");
            case 2 -> HoldScope.of(subject, "usage");
            default -> HoldScope.everything();
        };
    }

    int number() {
        return number;
    }

    HoldScope scope() {
        return scope;
    }

    /** The one on whom a hold is placed, if it is placed on one. */
    String subject() {
        return "subject-" + number;
    }

    String bystander() {
        return "bystander-" + number;
    }

    /** A sweeper has come so far; here it may pause. */
    void reach(Step step) throws InterruptedException {
        reached(step).countDown();
        if (step == pause) {
            boolean unused = counted.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private CountDownLatch reached(Step step) {
        return Objects.requireNonNull(reached.get(step));
    }

    /** The placer waits for its moment. */
    void awaitStart() throws InterruptedException {
        if (!reached(start).await(HANG_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no sweeper came as far as " + start);
        }
    }

    /** The hold is acknowledged, and what is there is counted. */
    void counted() {
        counted.countDown();
    }
}

package org.privacyrules.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.privacyrules.decision.Decision;
import org.privacyrules.decision.Decisions;

/** One question, its answer with all fields, and whether it permits. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class DecisionBenchmark {

    /** The library, asked through its front door. */
    @State(Scope.Thread)
    public static class Library {

        /** Pairs of purpose and category in the policy. */
        @Param({"200", "2000"})
        int rules;

        /** How many questions are asked in turn; a power of two. */
        @Param({"1024", "65536"})
        int questions;

        @SuppressWarnings("NullAway.Init")
        private Decisions decisions;

        private Engines.Prepared[] asked = {};
        private int next;

        /** Loads, compares the answers, and forgets the floor. */
        @Setup(Level.Trial)
        public void load() {
            Engines engines = Engines.of(Company.ofRules(rules));
            decisions = engines.library().decisions();
            asked = engines.prepared(questions);
        }
    }

    /** The hand-written solution. */
    @State(Scope.Thread)
    public static class Floor {

        /** Pairs of purpose and category in the policy. */
        @Param({"200", "2000"})
        int rules;

        /** How many questions are asked in turn; a power of two. */
        @Param({"1024", "65536"})
        int questions;

        @SuppressWarnings("NullAway.Init")
        private HandWritten floor;

        private Question[] asked = {};
        private int next;

        /** Loads, compares the answers, and forgets the library. */
        @Setup(Level.Trial)
        public void load() {
            Engines engines = Engines.of(Company.ofRules(rules));
            floor = engines.floor();
            asked = engines.questions().stream().limit(questions).toArray(Question[]::new);
        }
    }

    /**
     * Asks the library.
     *
     * @param state whom to ask what
     * @param sink takes the answer
     * @return whether it permits
     */
    @Benchmark
    public boolean library(Library state, Blackhole sink) {
        Engines.Prepared question = state.asked[state.next++ & (state.asked.length - 1)];
        Decision decision = state.decisions.check(question.subject(), question.use());
        sink.consume(decision);
        return decision.permitted();
    }

    /**
     * Asks the hand-written solution.
     *
     * @param state whom to ask what
     * @param sink takes the answer
     * @return whether it permits
     */
    @Benchmark
    public boolean floor(Floor state, Blackhole sink) {
        Question question = state.asked[state.next++ & (state.asked.length - 1)];
        HandWritten.Answer answer = state.floor.check(question.subject(), question.purpose(), question.category());
        sink.consume(answer);
        return answer.permitted();
    }
}

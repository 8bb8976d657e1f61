package org.privacyrules.benchmarks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The same questions to Drools, which were found to have the same answers. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
@State(Scope.Thread)
public class DroolsBenchmark {

    /** Pairs of purpose and category in the policy. */
    @Param("200")
    int rules;

    /** How many questions are asked in turn; a power of two. */
    @Param({"1024", "65536"})
    int questions;

    @SuppressWarnings("NullAway.Init")
    private Drools drools;

    private Question[] asked = {};
    private int next;

    /** Loads and compares the answers with the library's. */
    @Setup
    public void load() {
        Company company = Company.ofRules(rules);
        Engines engines = Engines.of(company);
        drools = new Drools(company, Clock.systemUTC());
        tell(People.of(company));
        List<Question> all = engines.questions();
        Engines.Prepared[] prepared = engines.prepared(all.size());
        for (int i = 0; i < all.size(); i++) {
            boolean permitted = engines.library()
                    .decisions()
                    .check(prepared[i].subject(), prepared[i].use())
                    .permitted();
            if (drools.permittedInSharedSession(all.get(i)) != permitted) {
                throw new IllegalStateException(all.get(i) + ": Drools does not agree with the library");
            }
        }
        asked = all.stream().limit(questions).toArray(Question[]::new);
    }

    private void tell(People people) {
        Instant begin = Instant.parse("2021-03-01T00:00:00Z");
        people.relations()
                .forEach(relation -> drools.relate(
                        relation.subject(), relation.kind(), begin, relation.ended() ? begin : Instant.MAX));
        people.answers()
                .forEach(answer -> drools.record(
                        answer.subject(),
                        answer.plan().purpose(),
                        answer.saying() == People.Saying.GIVEN,
                        answer.plan().validity().isPresent() ? Instant.now().plusSeconds(63_072_000) : null));
    }

    /**
     * One session for all questions, as one thread may use it.
     *
     * @return whether it is permitted
     */
    @Benchmark
    public boolean sharedSession() {
        return drools.permittedInSharedSession(question());
    }

    /**
     * A session for each question, as threads need it.
     *
     * @return whether it is permitted
     */
    @Benchmark
    public boolean newSession() {
        return drools.permittedInNewSession(question());
    }

    private Question question() {
        return asked[next++ & (asked.length - 1)];
    }
}

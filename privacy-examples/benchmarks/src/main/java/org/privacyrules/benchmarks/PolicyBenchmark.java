package org.privacyrules.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.privacyrules.document.PolicyDocument;
import org.privacyrules.policy.Finding;
import org.privacyrules.policy.PolicyBuilder;
import org.privacyrules.policy.PolicyDiff;
import org.privacyrules.policy.PrivacyPolicy;

/** What a policy of 200 purposes and 300 categories costs to read, check, compare, write and hash. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 12, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(value = 1)
@State(Scope.Benchmark)
public class PolicyBenchmark {

    private static final int RULES = 1000;

    private final PolicyBuilder draft = Company.ofRules(RULES).draft();
    private final PrivacyPolicy policy = draft.build();
    private final PrivacyPolicy later =
            Company.ofRules(RULES, RULES + 1).draft().build();
    private final String json = PolicyDocument.write(policy);

    /**
     * Reads it from JSON, which is YAML too.
     *
     * @return the policy
     */
    @Benchmark
    public PrivacyPolicy readJson() {
        return PolicyDocument.readJson(json);
    }

    /**
     * Reads the same text as YAML.
     *
     * @return the policy
     */
    @Benchmark
    public PrivacyPolicy readYaml() {
        return PolicyDocument.readYaml(json);
    }

    /**
     * Checks the draft with all rules.
     *
     * @return what they find
     */
    @Benchmark
    public List<Finding> check() {
        return draft.findings();
    }

    /**
     * Compares it with one whose purposes use other categories.
     *
     * @return the changes
     */
    @Benchmark
    public PolicyDiff diff() {
        return PolicyDiff.between(policy, later);
    }

    /**
     * Writes it and takes the hash of its canonical form.
     *
     * @return both
     */
    @Benchmark
    public String writeAndHash() {
        return PolicyDocument.write(policy) + PolicyDocument.hash(policy);
    }
}

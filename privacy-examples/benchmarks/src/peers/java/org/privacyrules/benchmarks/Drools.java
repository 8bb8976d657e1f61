package org.privacyrules.benchmarks;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.privacyrules.benchmarks.Company.Basis;
import org.privacyrules.benchmarks.Company.Plan;

/**
 * The same rules in Drools, compiled to its executable model: one rule for each pair of purpose and category. The state of
 * the subjects stands in a map beside it; each question is inserted, the rules fire, and it is deleted. It says whether,
 * not why.
 */
final class Drools {

    private final KieBase base;
    private final KieSession shared;
    private final Map<String, State> states = new HashMap<>();
    private final Map<String, Plan> plans = new HashMap<>();
    private final Clock clock;

    /** What is known of a subject. */
    private record State(Map<String, Instant[]> relations, Map<String, Saying> sayings) {}

    private record Saying(boolean yes, @Nullable Instant until) {}

    Drools(Company company, Clock clock) {
        this.clock = clock;
        company.plans().forEach(plan -> plans.put(plan.purpose(), plan));
        base = compile(rules(company));
        shared = base.newKieSession();
    }

    private static String rules(Company company) {
        StringBuilder rules = new StringBuilder(
                "package rules\nimport " + DroolsRequest.class.getCanonicalName() + ";\n");
        for (Plan plan : company.plans()) {
            String condition = plan.basis() == Basis.CONSENT ? "yes == true" : "no == false";
            for (String category : plan.categories()) {
                rules.append(("rule \"%s %s\" when $r : DroolsRequest(purpose == \"%s\", category == \"%s\", related == true, %s)"
                                + " then $r.permit(); end%n")
                        .formatted(plan.purpose(), category, plan.purpose(), category, condition));
            }
        }
        return rules.toString();
    }

    private static KieBase compile(String rules) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/rules/company.drl", rules);
        var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    void relate(String subject, String kind, Instant since, Instant end) {
        state(subject).relations().put(kind, new Instant[] {since, end});
    }

    void record(String subject, String purpose, boolean yes, @Nullable Instant until) {
        state(subject).sayings().put(purpose, new Saying(yes, until));
    }

    private State state(String subject) {
        return states.computeIfAbsent(subject, unseen -> new State(new HashMap<>(), new HashMap<>()));
    }

    boolean permittedInSharedSession(Question question) {
        return fire(shared, request(question));
    }

    boolean permittedInNewSession(Question question) {
        KieSession session = base.newKieSession();
        try {
            return fire(session, request(question));
        } finally {
            session.dispose();
        }
    }

    private static boolean fire(KieSession session, DroolsRequest request) {
        FactHandle handle = session.insert(request);
        session.fireAllRules();
        session.delete(handle);
        return request.permitted();
    }

    private DroolsRequest request(Question question) {
        Instant now = clock.instant();
        State state = states.getOrDefault(question.subject(), new State(Map.of(), Map.of()));
        Saying saying = state.sayings().get(question.purpose());
        boolean yes = saying != null && saying.yes() && (saying.until() == null || now.isBefore(saying.until()));
        boolean no = saying != null && !saying.yes();
        return new DroolsRequest(question.purpose(), question.category(), related(question, state, now), yes, no);
    }

    private boolean related(Question question, State state, Instant now) {
        Plan plan = Objects.requireNonNull(plans.get(question.purpose()));
        for (String carrier : plan.carriers()) {
            Instant[] span = state.relations().get(carrier);
            if (span != null && !now.isBefore(span[0]) && now.isBefore(span[1])) {
                return true;
            }
        }
        return false;
    }
}

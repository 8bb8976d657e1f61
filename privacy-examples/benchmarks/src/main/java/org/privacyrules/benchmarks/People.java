package org.privacyrules.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.privacyrules.benchmarks.Company.Basis;
import org.privacyrules.benchmarks.Company.Plan;

/**
 * What a company's subjects are and said, in the order in which it happened: 100,000 subjects with a relation each, one in
 * ten ended, and 0 to 5 answers each, spread over time. The same company gives the same people.
 *
 * @param relations one for each subject
 * @param answers what they said
 */
record People(List<Relation> relations, List<Answer> answers) {

    static final int COUNT = 100_000;

    /** What a subject said. */
    enum Saying {
        GIVEN,
        REFUSED,
        WITHDRAWN,
        OBJECTED
    }

    /** A subject's relation to the company. */
    record Relation(String subject, String kind, boolean ended) {}

    /** A subject's answer. */
    record Answer(String subject, Plan plan, Saying saying) {}

    static People of(Company company) {
        Random random = new Random(7);
        List<Plan> answerable =
                company.plans().stream().filter(Plan::answerable).toList();
        List<Relation> relations = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            relations.add(new Relation(key(i), kind(random), random.nextInt(10) == 0));
            for (int left = random.nextInt(6); left > 0; left--) {
                Plan plan = answerable.get(random.nextInt(answerable.size()));
                answers.add(new Answer(key(i), plan, saying(plan, random)));
            }
        }
        Collections.shuffle(relations, random);
        Collections.shuffle(answers, random);
        return new People(relations, answers);
    }

    /** A new string each time: a request never brings the very object that a map holds. */
    static String key(int number) {
        return "subject-" + number;
    }

    private static String kind(Random random) {
        int percent = random.nextInt(100);
        return Company.KINDS.get(percent < 85 ? 0 : percent < 95 ? 1 : 2);
    }

    private static Saying saying(Plan plan, Random random) {
        if (plan.basis() == Basis.LEGITIMATE_INTERESTS) {
            return Saying.OBJECTED;
        }
        int percent = random.nextInt(100);
        return percent < 70 ? Saying.GIVEN : percent < 85 ? Saying.REFUSED : Saying.WITHDRAWN;
    }
}

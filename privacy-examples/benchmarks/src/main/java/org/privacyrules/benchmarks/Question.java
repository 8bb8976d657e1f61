package org.privacyrules.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.privacyrules.benchmarks.Company.Plan;

/** May this subject's data of this category be used for this purpose? */
record Question(String subject, String purpose, String category) {

    /** Random questions; three in four name a category that the purpose uses. */
    static List<Question> random(Company company, int count) {
        Random random = new Random(11);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Plan plan = company.plans().get(random.nextInt(company.plans().size()));
            String subject = People.key(random.nextInt(People.COUNT));
            questions.add(new Question(subject, plan.purpose(), category(company, plan, random)));
        }
        return questions;
    }

    private static String category(Company company, Plan plan, Random random) {
        if (random.nextInt(4) > 0) {
            return plan.categories().stream()
                    .skip(random.nextInt(plan.categories().size()))
                    .findFirst()
                    .orElseThrow();
        }
        String other;
        do {
            other = company.categories().get(random.nextInt(company.categories().size()));
        } while (plan.categories().contains(other));
        return other;
    }
}

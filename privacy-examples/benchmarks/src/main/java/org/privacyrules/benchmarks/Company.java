package org.privacyrules.benchmarks;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.policy.PolicyBuilder;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.PurposeBuilder;

/**
 * A made-up company's rules: for 200 pairs of purpose and category 40 purposes and 60 categories, for 2,000 ten times as
 * many. Every second purpose rests on consent. The same size gives the same company.
 *
 * @param categories all categories
 * @param plans one for each purpose
 */
record Company(List<String> categories, List<Plan> plans) {

    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    static final List<String> KINDS = List.of("customer", "prospect", "employee");

    private static final int CATEGORIES_PER_PURPOSE = 5;

    /** On what a purpose rests. */
    enum Basis {
        CONSENT,
        CONTRACT,
        LEGAL_OBLIGATION,
        LEGITIMATE_INTERESTS
    }

    /** One purpose. */
    record Plan(String purpose, Basis basis, List<String> carriers, Set<String> categories, Optional<Period> validity) {

        /** Whether a person can say yes or no to it. */
        boolean answerable() {
            return basis == Basis.CONSENT || basis == Basis.LEGITIMATE_INTERESTS;
        }

        String question() {
            return "May we use your data for " + purpose + "?";
        }
    }

    static Company ofRules(int rules) {
        return ofRules(rules, rules);
    }

    /** Another seed gives purposes that use other categories. */
    static Company ofRules(int rules, int seed) {
        int purposes = rules / CATEGORIES_PER_PURPOSE;
        Random random = new Random(seed);
        List<String> categories = new ArrayList<>();
        for (int i = 0; i < purposes * 3 / 2; i++) {
            categories.add("category-" + i);
        }
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < purposes; i++) {
            plans.add(plan(i, categories, random));
        }
        return new Company(categories, plans);
    }

    private static Plan plan(int number, List<String> categories, Random random) {
        Set<String> used = new LinkedHashSet<>();
        while (used.size() < CATEGORIES_PER_PURPOSE) {
            used.add(categories.get(random.nextInt(categories.size())));
        }
        List<String> carriers = KINDS.subList(0, 1 + number % KINDS.size());
        Optional<Period> validity = number % 4 == 0 ? Optional.of(Period.ofYears(2)) : Optional.empty();
        return new Plan("purpose-" + number, basis(number), carriers, used, validity);
    }

    private static Basis basis(int number) {
        return switch (number % 6) {
            case 1 -> Basis.CONTRACT;
            case 3 -> Basis.LEGAL_OBLIGATION;
            case 5 -> Basis.LEGITIMATE_INTERESTS;
            default -> Basis.CONSENT;
        };
    }

    /** The same rules as a policy of the library. */
    PrivacyPolicy policy() {
        return draft().build();
    }

    PolicyBuilder draft() {
        PolicyBuilder policy = PrivacyPolicy.builder()
                .version("2020-01-01")
                .effectiveFrom(LocalDate.of(2020, 1, 1))
                .zone(ZONE);
        policy.event("left", "you left");
        KINDS.forEach(kind -> policy.subjectKind(kind, "A " + kind));
        categories.forEach(name -> policy.category(name, category -> category.describedAs("Data of " + name)));
        plans.forEach(plan -> policy.purpose(plan.purpose(), purpose -> describe(purpose, plan)));
        return policy;
    }

    private static void describe(PurposeBuilder purpose, Plan plan) {
        purpose.describedAs("Serves " + plan.purpose())
                .carriedBy(plan.carriers().toArray(String[]::new))
                .uses(plan.categories().toArray(String[]::new))
                .kept(RetentionTerm.from("left").plus(Period.ofYears(1)));
        switch (plan.basis()) {
            case CONSENT -> purpose.consent(terms(plan));
            case CONTRACT -> purpose.contract();
            case LEGAL_OBLIGATION -> purpose.legalObligation("Bokföringslagen 7 kap. 2 §");
            case LEGITIMATE_INTERESTS -> purpose.legitimateInterests("to sell", "LIA-" + plan.purpose());
        }
    }

    private static ConsentTerms terms(Plan plan) {
        ConsentTerms terms = ConsentTerms.of(ConsentText.of(1, "en", plan.question()));
        return plan.validity().map(terms::validFor).orElse(terms);
    }
}

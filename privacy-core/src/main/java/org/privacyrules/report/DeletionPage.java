package org.privacyrules.report;

import java.util.ArrayList;
import java.util.List;
import org.privacyrules.calendar.FiscalYears;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.DataCategory.Identifiability;
import org.privacyrules.policy.PrivacyPolicy;

/** The deletion concept as a page: the classes, then the rules of each category. */
final class DeletionPage {

    private final PrivacyPolicy policy;
    private final PolicyWords words;
    private final DeletionRules rules;

    DeletionPage(PrivacyPolicy policy, PolicyWords words) {
        this.policy = policy;
        this.words = words;
        this.rules = new DeletionRules(policy, words);
    }

    Page page() {
        PageBuilder page = new PageBuilder(words.text("deletion.title"), words.language())
                .lead(Phrase.of(words.text(
                        "deletion.lead", "version", policy.version(), "day", words.date(policy.firstDay()))));
        page.heading(2, words.text("deletion.classes"), "classes");
        page.add(Flow.paragraph(words.text("deletion.classes.intro")), new DeletionClasses(policy, words).table());
        page.heading(2, words.text("deletion.rules"), "rules");
        page.add(Flow.paragraph(words.text("deletion.rules.intro")));
        policy.categories().values().forEach(category -> category(page, category));
        page.heading(2, words.text("deletion.counting"), "counting");
        page.add(Flow.bullets(counting()));
        return page.build();
    }

    private List<String> counting() {
        FiscalYears years = policy.fiscalYears();
        List<String> counting = new ArrayList<>();
        counting.add(words.text("deletion.years", "end", words.day(years.regularEnd())));
        years.declared()
                .forEach(year -> counting.add(words.text(
                        "deletion.year", "first", words.date(year.first()), "last", words.date(year.last()))));
        counting.add(words.text("deletion.working-days", "name", policy.workingDays()));
        if (!policy.shorteningGrace().isZero()) {
            counting.add(words.text("deletion.grace", "period", words.period(policy.shorteningGrace())));
        }
        return counting;
    }

    private void category(PageBuilder page, DataCategory category) {
        List<DeletionRule> holding = DeletionRule.of(policy, category);
        int holders = holding.size();
        page.heading(3, words.title(category.description()));
        if (holders == 0) {
            page.add(Flow.paragraph(words.text("deletion.unused")));
            return;
        }
        if (holders > 1) {
            page.add(Flow.paragraph(words.text("deletion.several")));
        }
        if (holding.stream().anyMatch(rule -> !rule.rule().variants().isEmpty())) {
            page.add(Flow.paragraph(words.text("deletion.variants")));
        }
        if (category.identifiability() == Identifiability.ANONYMOUS) {
            page.add(Flow.paragraph(words.text("deletion.anonymous")));
        }
        category.maximumAge()
                .ifPresent(age -> page.add(Flow.paragraph(words.text("deletion.age.words", "age", words.period(age)))));
        page.add(rules.table(category));
    }
}

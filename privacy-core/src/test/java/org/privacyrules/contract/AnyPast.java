package org.privacyrules.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.privacyrules.PrivacyRules;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.Evidence.Channel;
import org.privacyrules.fact.Fact;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.policy.PolicyBuilder;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.PurposeBuilder;
import org.privacyrules.policy.RetentionRule;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/** Any policy of two versions, and anything that may have happened to subjects and to their data. One seed always makes the same. */
public final class AnyPast {

    /** The categories of every such policy. */
    public static final List<String> CATEGORIES = List.of("data", "more-data");

    /** The events that may be a datum's own. */
    public static final List<String> EVENTS =
            List.of("case-opened", "case-closed", "invoice-issued", "contract-ended", "collected");

    /** The policy's zone. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2022, 6, 1);
    private static final List<String> COUNTRIES = List.of("SE", "DE", "DK");
    private static final List<String> KINDS = List.of("customer", "employee", "visitor");

    private final Random random;
    private final List<String> purposes = new ArrayList<>();
    private final Map<String, Integer> bases = new HashMap<>();

    /** The versions, oldest first. */
    public final List<PrivacyPolicy> versions;

    /**
     * A policy.
     *
     * @param seed of what is made
     */
    public AnyPast(long seed) {
        random = new Random(seed);
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            purposes.add("p" + i);
            bases.put("p" + i, random.nextInt(4));
        }
        versions = List.of(version("1", START, 1), version("2", SECOND, 1 + random.nextInt(2)));
    }

    private PrivacyPolicy version(String name, LocalDate start, int text) {
        PolicyBuilder builder = PrivacyPolicy.builder()
                .version(name)
                .zone(ZONE)
                .effectiveFrom(start)
                .shorteningGrace(Period.ofDays(1 + random.nextInt(360)))
                .event("invoice-issued", "the invoice was issued")
                .event("case-opened", "the case was opened")
                .event("case-closed", "the case was closed");
        KINDS.forEach(kind -> builder.subjectKind(kind, "somebody"));
        builder.eventAtEndOf("customer", "contract-ended", "the contract ended");
        for (String category : CATEGORIES) {
            builder.category(category, c -> {
                c.describedAs("data").attributes("a thing");
                if (random.nextInt(4) == 0) {
                    c.onlyInCountries(some(COUNTRIES));
                }
                if (random.nextInt(4) == 0) {
                    c.onlyFor(some(KINDS));
                }
                if (random.nextInt(4) == 0) {
                    c.keptAtMost(Period.ofMonths(60 + random.nextInt(60)));
                }
            });
        }
        for (String purpose : purposes) {
            if (name.equals("1") || random.nextInt(5) > 0) {
                builder.purpose(purpose, p -> describe(p, purpose, text));
            }
        }
        builder.purpose(
                "base",
                p -> p.describedAs("why")
                        .contract()
                        .carriedBy("employee")
                        .uses("data", "more-data")
                        .kept(RetentionTerm.from("case-closed").plus(Period.ofDays(1))));
        return builder.build();
    }

    private int basis(String purpose) {
        return bases.getOrDefault(purpose, 0);
    }

    private void describe(PurposeBuilder purpose, String name, int text) {
        purpose.describedAs("why")
                .carriedBy(some(KINDS))
                .uses(random.nextInt(3) == 0 ? new String[] {"more-data"} : some(CATEGORIES));
        switch (basis(name)) {
            case 0 -> purpose.contract();
            case 1 -> purpose.legalObligation("a law");
            case 2 -> purpose.legitimateInterests("an interest", "LIA-1");
            default ->
                purpose.consent(ConsentTerms.of(ConsentText.of(text, "en", question(name, text)))
                        .validFor(Period.ofMonths(6 + random.nextInt(60))));
        }
        RetentionRule rule = RetentionRule.of(term());
        if (random.nextInt(3) == 0) {
            rule = rule.inCountries(Set.of(some(COUNTRIES)), term());
        }
        if (random.nextInt(4) == 0) {
            rule = rule.forSubjects(Set.of(some(KINDS)), term());
        }
        if (random.nextInt(5) == 0) {
            rule = rule.with(new RetentionRule.Variant(Set.of(some(COUNTRIES)), Set.of(some(KINDS)), term()));
        }
        purpose.kept(rule);
    }

    private static String question(String purpose, int text) {
        return "May we, for " + purpose + "? (" + text + ")";
    }

    private RetentionTerm term() {
        int form = random.nextInt(5);
        if (form == 0) {
            return RetentionTerm.earliestOf(chain(), chain());
        }
        return form == 1 ? RetentionTerm.latestOf(chain(), chain()) : chain();
    }

    private RetentionTerm chain() {
        String event = EVENTS.get(random.nextInt(4));
        RetentionTerm.FromEvent term = RetentionTerm.from(event).plus(Period.ofMonths(1 + random.nextInt(40)));
        return switch (random.nextInt(4)) {
            case 0 -> term.toEndOfCalendarYear();
            case 1 -> term.toFirstWorkingDayOfNextMonth();
            default -> term;
        };
    }

    private String[] some(List<String> of) {
        Set<String> some = new TreeSet<>();
        some.add(of.get(random.nextInt(of.size())));
        if (random.nextBoolean()) {
            some.add(of.get(random.nextInt(of.size())));
        }
        return some.toArray(String[]::new);
    }

    /**
     * The instant at which all that happens is looked at.
     *
     * @return behind the start of the second version
     */
    public Instant now() {
        return day(SECOND.plusDays(1), 1200).atTime(12, 0).atZone(ZONE).toInstant();
    }

    private LocalDate day(LocalDate from, int within) {
        return from.plusDays(random.nextInt(within));
    }

    /**
     * Lets things happen to a subject.
     *
     * @param rules of these versions
     * @param clock theirs; it is set, to no later than {@code now}
     * @param subject to whom
     * @param now when it is looked at
     */
    public void happenTo(PrivacyRules rules, SettableClock clock, SubjectId subject, Instant now) {
        if (random.nextInt(8) == 0) {
            return;
        }
        for (String kind : KINDS) {
            if (random.nextInt(5) < 2) {
                LocalDate since = day(START, 900);
                rules.subjects().report(subject, kind, Fact.since(since));
                if (random.nextBoolean()) {
                    rules.subjects().report(subject, kind, Fact.endedOn(since.plusDays(random.nextInt(1200))));
                }
            }
        }
        for (String event : EVENTS.subList(0, 3)) {
            if (random.nextInt(3) > 0) {
                rules.subjects().reportEvent(subject, event, day(START, 1500));
            }
            if (random.nextInt(8) == 0) {
                rules.subjects().reportEventUndone(subject, event);
            }
        }
        if (random.nextInt(3) > 0) {
            rules.subjects().reportCountry(subject, COUNTRIES.get(random.nextInt(3)));
        }
        for (String purpose : purposes) {
            answer(rules, clock, subject, purpose, now);
        }
        clock.set(now);
    }

    private void answer(PrivacyRules rules, SettableClock clock, SubjectId subject, String purpose, Instant now) {
        LocalDate day = day(START.plusDays(1), 1500);
        Instant at = day.atTime(9, 0).atZone(ZONE).toInstant();
        clock.set(at.isAfter(now) ? now : at);
        PrivacyPolicy policy = rules.policy();
        if (!policy.purposes().containsKey(purpose) || random.nextInt(4) == 0) {
            return;
        }
        Evidence evidence = Evidence.of(Channel.WEB_FORM, "page", Actor.subject());
        if (basis(purpose) == 2 && random.nextBoolean()) {
            rules.consents().objectTo(subject, purpose, evidence);
        } else if (basis(purpose) == 3) {
            int text =
                    policy.purpose(purpose).consentTerms().orElseThrow().text().version();
            switch (random.nextInt(4)) {
                case 0 -> rules.consents().refuse(subject, purpose, evidence);
                case 1 -> rules.consents().dismiss(subject, purpose, evidence);
                default -> {
                    rules.consents()
                            .give(subject, purpose, Evidence.webForm("page", question(purpose, text), Actor.subject()));
                    if (random.nextInt(3) == 0) {
                        rules.consents().withdraw(subject, purpose, evidence);
                    }
                }
            }
        }
    }

    /**
     * Events that are a datum's own.
     *
     * @return names, possibly none
     */
    public Set<String> ownEvents() {
        Set<String> own = new TreeSet<>();
        EVENTS.stream().filter(event -> random.nextInt(3) == 0).forEach(own::add);
        return own;
    }

    /**
     * What happened to one datum.
     *
     * @param own its own events
     * @return the days of some of them
     */
    public Map<String, LocalDate> happened(Set<String> own) {
        Map<String, LocalDate> days = new HashMap<>();
        own.stream().filter(event -> random.nextInt(4) > 0).forEach(event -> days.put(event, day(START, 1500)));
        return days;
    }
}

package org.privacyrules.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.privacyrules.PrivacyRules;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.Evidence.Channel;
import org.privacyrules.decision.Decision;
import org.privacyrules.decision.Reason;
import org.privacyrules.decision.Use;
import org.privacyrules.fact.Fact;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.retention.Keeping;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/**
 * Tries a policy out on invented people, in memory and with a clock that only the trial moves: for the tests of a host's own
 * policy. A trial is about one person at a time, at first a stranger of whom nothing is known; {@link #given} goes on with
 * another one. Each call acts at once, through the same rules as in production, and fails as they do.
 *
 * <p>The clock starts when the first version does and moves only forward. Days are those of the first version's zone. Not
 * thread-safe.
 */
public final class PolicyTrial {

    private static final String SOURCE = "trial";

    private final SettableClock clock;
    private final ZoneId zone;
    private final PrivacyRules rules;
    private int people;

    private PolicyTrial(PrivacyPolicy first, PrivacyRules rules, SettableClock clock) {
        this.clock = clock;
        this.zone = first.zone();
        this.rules = rules;
    }

    /**
     * A trial of a policy.
     *
     * @param first the first version
     * @param later the versions after it, if they are to be tried too
     * @return a trial at the instant when the first version starts
     * @throws InvalidInputException if the versions do not go together, or one starts before the first
     */
    public static PolicyTrial of(PrivacyPolicy first, PrivacyPolicy... later) {
        if (Stream.of(later).anyMatch(policy -> policy.effectiveFrom().isBefore(first.effectiveFrom()))) {
            throw new InvalidInputException("policy trial: name the version first that starts first");
        }
        SettableClock clock = new SettableClock(first.effectiveFrom());
        PrivacyRules.Builder rules = PrivacyRules.builder()
                .tenant(SOURCE)
                .storage(MemoryStorage.create())
                .clock(clock)
                .publishOnStart()
                .policy(first);
        Stream.of(later).forEach(rules::policy);
        return new PolicyTrial(first, rules.build(), clock);
    }

    /**
     * Goes on to a day.
     *
     * @param day from its midnight; the day that it is already changes nothing
     * @return this
     * @throws InvalidInputException if the day has passed
     */
    public PolicyTrial on(LocalDate day) {
        return day.equals(today()) ? this : moveTo(day.atStartOfDay(zone).toInstant());
    }

    /**
     * Lets time pass.
     *
     * @param period how long, in calendar days at the same time of day
     * @return this
     * @throws InvalidInputException if the period is negative
     */
    public PolicyTrial after(Period period) {
        return moveTo(clock.instant().atZone(zone).plus(period).toInstant());
    }

    private PolicyTrial moveTo(Instant instant) {
        if (instant.isBefore(clock.instant())) {
            throw new InvalidInputException("policy trial: time goes forward only, and it is " + today() + " already");
        }
        clock.set(instant);
        return this;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * Goes on with somebody new, who stands in these relations since today.
     *
     * @param kinds subject kinds of the policy in force; none for a stranger
     * @return this
     */
    public PolicyTrial given(String... kinds) {
        people++;
        for (String kind : kinds) {
            rules.subjects().report(subject(), kind, Fact.since(today()));
        }
        return this;
    }

    /**
     * The person lives in a country.
     *
     * @param country ISO 3166-1 alpha-2
     * @return this
     */
    public PolicyTrial livingIn(String country) {
        rules.subjects().reportCountry(subject(), country);
        return this;
    }

    /**
     * The person may consent without a guardian from a day on (Art. 8 GDPR); {@code AgesOfConsent} computes it.
     *
     * @param day the first such day, in the past for an adult
     * @return this
     */
    public PolicyTrial ofAgeFrom(LocalDate day) {
        rules.subjects().reportOfAgeFrom(subject(), day);
        return this;
    }

    /**
     * A relation ends; today it still stands.
     *
     * @param kind a subject kind
     * @return this
     */
    public PolicyTrial ended(String kind) {
        rules.subjects().report(subject(), kind, Fact.endedOn(today()));
        return this;
    }

    /**
     * The person saw the text in force and consented. With double opt-in the consent is pending until {@link #confirmed}.
     *
     * @param purpose a purpose that rests on consent
     * @return this
     */
    public PolicyTrial consented(String purpose) {
        return consented(purpose, Actor.subject());
    }

    /**
     * The person's guardian saw the text in force and consented.
     *
     * @param purpose a purpose that rests on consent
     * @return this
     */
    public PolicyTrial guardianConsented(String purpose) {
        return consented(purpose, Actor.guardian(SOURCE));
    }

    private PolicyTrial consented(String purpose, Actor actor) {
        Evidence act = act(actor);
        Evidence shown = rules.policy()
                .purpose(purpose)
                .consentTerms()
                .map(terms -> act.showing(terms.text().forLocale(Locale.ROOT)))
                .orElse(act);
        rules.consents().give(subject(), purpose, shown);
        return this;
    }

    /**
     * The person confirmed a pending consent (double opt-in).
     *
     * @param purpose a purpose that rests on consent
     * @return this
     */
    public PolicyTrial confirmed(String purpose) {
        rules.consents().confirm(subject(), purpose, act());
        return this;
    }

    /**
     * The person was asked and said no.
     *
     * @param purpose a purpose that rests on consent
     * @return this
     */
    public PolicyTrial refused(String purpose) {
        rules.consents().refuse(subject(), purpose, act());
        return this;
    }

    /**
     * The person was asked and put the question away.
     *
     * @param purpose a purpose that rests on consent
     * @return this
     */
    public PolicyTrial dismissed(String purpose) {
        rules.consents().dismiss(subject(), purpose, act());
        return this;
    }

    /**
     * The person withdrew the consent.
     *
     * @param purpose a purpose that rests on consent, or did
     * @return this
     */
    public PolicyTrial withdrew(String purpose) {
        rules.consents().withdraw(subject(), purpose, act());
        return this;
    }

    /**
     * The person objected.
     *
     * @param purpose a purpose that can be objected to
     * @return this
     */
    public PolicyTrial objectedTo(String purpose) {
        rules.consents().objectTo(subject(), purpose, act());
        return this;
    }

    /**
     * The person took an objection back.
     *
     * @param purpose a purpose that can be objected to
     * @return this
     */
    public PolicyTrial liftedObjectionTo(String purpose) {
        rules.consents().liftObjection(subject(), purpose, act());
        return this;
    }

    private static Evidence act() {
        return act(Actor.subject());
    }

    private static Evidence act(Actor actor) {
        return Evidence.of(Channel.WEB_FORM, SOURCE, actor);
    }

    /**
     * Asks whether a purpose is permitted now.
     *
     * @param purpose a purpose of the policy in force
     * @return says what is expected
     */
    public Expectation expect(String purpose) {
        return expect(Use.of(purpose));
    }

    /**
     * Asks whether a use is permitted now.
     *
     * @param use what would be done
     * @return says what is expected
     */
    public Expectation expect(Use use) {
        return new Expectation(this, rules.decisions().check(subject(), use));
    }

    /**
     * What happened to the person today, such as that a case was closed.
     *
     * @param event an event of the policy in force that is not the end of a relation
     * @return this
     */
    public PolicyTrial happened(String event) {
        rules.subjects().reportEvent(subject(), event, today());
        return this;
    }

    /**
     * How long a category of the person's data is kept, and why.
     *
     * @param category a category of the policy
     * @return the answer, with its {@link Keeping#fate} and the line that an officer would read
     */
    public Keeping keeping(String category) {
        return rules.retention().of(subject()).of(category);
    }

    /**
     * The rules that are tried, for what a trial has no word for.
     *
     * @return rules on memory, with the trial's clock
     */
    public PrivacyRules rules() {
        return rules;
    }

    /**
     * The person whom the trial is about.
     *
     * @return an invented key
     */
    public SubjectId subject() {
        return SubjectId.of("person-" + people);
    }

    @Override
    public String toString() {
        return "trial of a policy on " + today();
    }

    /** What a trial expects of one answer. Fails with an {@link AssertionError} that has the answer's explanation. */
    public static final class Expectation {

        private final PolicyTrial trial;
        private final Decision decision;

        private Expectation(PolicyTrial trial, Decision decision) {
            this.trial = trial;
            this.decision = decision;
        }

        /**
         * It is permitted.
         *
         * @return the trial, to go on
         */
        public PolicyTrial permitted() {
            return require(decision.permitted(), "permitted");
        }

        /**
         * It is permitted on a basis.
         *
         * @param reason the reason for
         * @return the trial, to go on
         */
        public PolicyTrial permitted(Reason reason) {
            return require(decision.permitted() && decision.reason() == reason, "permitted, " + reason);
        }

        /**
         * It is denied.
         *
         * @return the trial, to go on
         */
        public PolicyTrial denied() {
            return require(!decision.permitted(), "denied");
        }

        /**
         * It is denied for a reason, be it among others.
         *
         * @param reason a reason against
         * @return the trial, to go on
         */
        public PolicyTrial denied(Reason reason) {
            return require(!decision.permitted() && decision.reasons().contains(reason), "denied, " + reason);
        }

        private PolicyTrial require(boolean met, String expected) {
            if (!met) {
                throw new AssertionError(
                        decision.explanation() + " " + decision.reasons() + ", but expected: " + expected);
            }
            return trial;
        }

        @Override
        public String toString() {
            return decision.explanation();
        }
    }
}

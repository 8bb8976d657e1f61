package org.privacyrules.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.privacyrules.PrivacyRules;
import org.privacyrules.Storage;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.Evidence.Channel;
import org.privacyrules.consent.ImportedConsent;
import org.privacyrules.decision.SubjectDecisions;
import org.privacyrules.fact.Fact;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** Commands on a few subjects and purposes, generated, replayed through the front door, and asked about. */
final class History {

    /** The subjects of every history. */
    static final List<SubjectId> SUBJECTS =
            List.of("alice", "bob", "cookie").stream().map(SubjectId::of).toList();

    private final PrivacyRules rules;
    private final SettableClock clock;

    /** What is done to a purpose or a subject. */
    enum Act {
        GIVE,
        GIVE_BY_GUARDIAN,
        CONFIRM,
        REFUSE,
        DISMISS,
        WITHDRAW,
        OBJECT,
        LIFT,
        IMPORT_GIVEN,
        IMPORT_WITHDRAWN,
        BEGIN_CUSTOMER,
        END_CUSTOMER,
        BEGIN_VISITOR,
        COUNTRY,
        CHILD,
        ADULT,
        MERGE;

        boolean isOnPurpose() {
            return compareTo(BEGIN_CUSTOMER) < 0;
        }

        boolean isNo() {
            return this == REFUSE || this == WITHDRAW || this == OBJECT;
        }
    }

    /** One command. */
    record Step(Act act, int subject, String purpose, int hoursLater, OperationId operation) {

        SubjectId who() {
            return SUBJECTS.get(subject);
        }

        Step withoutDelay() {
            return new Step(act, subject, purpose, 0, operation);
        }

        @Override
        public String toString() {
            return "+" + hoursLater + "h " + act + " s" + subject + " " + purpose;
        }
    }

    History(Storage storage, String tenant, SettableClock clock) {
        this.clock = clock;
        this.rules = Fixture.rules(storage, tenant, clock);
    }

    static Arbitrary<List<Step>> steps(int most) {
        return step().list().ofMinSize(1).ofMaxSize(most);
    }

    static Arbitrary<Step> step() {
        return Combinators.combine(
                        Arbitraries.of(Act.class),
                        Arbitraries.integers().between(0, SUBJECTS.size() - 1),
                        Arbitraries.of(Fixture.PURPOSES),
                        Arbitraries.integers().between(0, 24 * 30))
                .as((act, subject, purpose, hours) -> new Step(act, subject, purpose, hours, OperationId.random()));
    }

    /** Does it; a command that the rules refuse leaves nothing, which is part of the history too. */
    void apply(Step step) {
        clock.advance(Duration.ofHours(step.hoursLater()));
        try {
            perform(step);
        } catch (RefusedException refused) {
            // nothing was recorded
        }
    }

    private void perform(Step step) {
        if (step.act().isOnPurpose()) {
            performOnPurpose(step);
        } else {
            performOnSubject(step);
        }
    }

    private void performOnPurpose(Step step) {
        String text = Fixture.shownText(rules, step.purpose(), clock);
        Evidence shown = Fixture.shown(text);
        Evidence said = Fixture.said();
        SubjectId who = step.who();
        switch (step.act()) {
            case GIVE -> rules.consents().give(step.operation(), who, step.purpose(), shown);
            case GIVE_BY_GUARDIAN ->
                rules.consents()
                        .give(
                                step.operation(),
                                who,
                                step.purpose(),
                                Evidence.webForm("form", text, Actor.guardian("g")));
            case CONFIRM -> rules.consents().confirm(step.operation(), who, step.purpose(), said);
            case REFUSE -> rules.consents().refuse(step.operation(), who, step.purpose(), said);
            case DISMISS -> rules.consents().dismiss(step.operation(), who, step.purpose(), said);
            case WITHDRAW -> rules.consents().withdraw(step.operation(), who, step.purpose(), said);
            case OBJECT -> rules.consents().objectTo(step.operation(), who, step.purpose(), said);
            case LIFT -> rules.consents().liftObjection(step.operation(), who, step.purpose(), said);
            case IMPORT_GIVEN -> importOne(step, ConsentStatus.GIVEN, text);
            case IMPORT_WITHDRAWN -> importOne(step, ConsentStatus.WITHDRAWN, text);
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    private void importOne(Step step, ConsentStatus status, String text) {
        Evidence evidence =
                Evidence.of(Channel.IMPORT, "crm", Actor.system("import")).showing(text);
        rules.consents()
                .importAll(List.of(new ImportedConsent(
                        step.operation().toString(),
                        step.who(),
                        step.purpose(),
                        status,
                        Fixture.START.plus(Duration.ofMinutes(
                                Math.floorMod(step.operation().hashCode(), 1400))),
                        evidence)));
    }

    private void performOnSubject(Step step) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        OperationId operation = step.operation();
        SubjectId who = step.who();
        switch (step.act()) {
            case BEGIN_CUSTOMER ->
                rules.subjects().report(operation, who, Fixture.CUSTOMER, Fact.since(today.minusDays(3)));
            case END_CUSTOMER -> rules.subjects().report(operation, who, Fixture.CUSTOMER, Fact.endedOn(today));
            case BEGIN_VISITOR -> rules.subjects().report(operation, who, Fixture.VISITOR, Fact.since(today));
            case COUNTRY -> rules.subjects().reportCountry(operation, who, "SE");
            case CHILD -> rules.subjects().reportOfAgeFrom(operation, who, today.plusMonths(2));
            case ADULT -> rules.subjects().reportOfAgeFrom(operation, who, today.minusYears(5));
            case MERGE -> rules.consents().merge(operation, SUBJECTS.get(2), who, Fixture.said());
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    void applyAll(List<Step> steps) {
        steps.forEach(this::apply);
    }

    Instant now() {
        return clock.instant();
    }

    /** What every subject's every purpose answers now. */
    List<String> answers() {
        return SUBJECTS.stream()
                .flatMap(subject -> Fixture.answers(rules, subject).stream())
                .toList();
    }

    /** What every subject's every purpose answered at an instant. */
    List<String> answersAsOf(Instant instant) {
        return SUBJECTS.stream()
                .map(subject -> rules.decisions().asOf(subject, instant))
                .flatMap(History::answersOf)
                .toList();
    }

    private static Stream<String> answersOf(SubjectDecisions decisions) {
        return Fixture.PURPOSES.stream().map(purpose -> decisions.check(purpose).explanation());
    }

    /** Whether each subject's each purpose is permitted, in the order of {@link #answers}. */
    List<Boolean> permissions() {
        return SUBJECTS.stream()
                .flatMap(subject -> Fixture.PURPOSES.stream()
                        .map(purpose ->
                                rules.decisions().check(subject, purpose).permitted()))
                .toList();
    }

    /** Two histories in one, each in its own order, by a list of choices. */
    static List<Step> interleaved(List<Step> first, List<Step> second, List<Boolean> choices) {
        List<Step> merged = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (int k = 0; merged.size() < first.size() + second.size(); k++) {
            boolean takeFirst = i < first.size() && (j == second.size() || choices.get(k % choices.size()));
            merged.add(takeFirst ? first.get(i++) : second.get(j++));
        }
        return merged;
    }

    /** The places of one subject's one purpose in {@link #answers}. */
    static int place(int subject, String purpose) {
        return subject * Fixture.PURPOSES.size() + Fixture.PURPOSES.indexOf(purpose);
    }

    static IntStream places() {
        return IntStream.range(0, SUBJECTS.size() * Fixture.PURPOSES.size());
    }
}

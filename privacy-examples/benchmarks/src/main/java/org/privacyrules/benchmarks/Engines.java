package org.privacyrules.benchmarks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.privacyrules.PrivacyRules;
import org.privacyrules.consent.Consents;
import org.privacyrules.consent.Evidence;
import org.privacyrules.decision.Decision;
import org.privacyrules.decision.Reason;
import org.privacyrules.decision.Use;
import org.privacyrules.fact.Fact;
import org.privacyrules.fact.FactState;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/**
 * The library and the floor, told the same, with questions to which both were found to give the same answers.
 *
 * @param library through its front door, in memory
 * @param floor the hand-written solution
 * @param questions what to ask
 */
record Engines(PrivacyRules library, HandWritten floor, List<Question> questions) {

    /** How many questions are asked at random; fewer are asked of what the caches hold. */
    static final int COLD = 65_536;

    private static final LocalDate BEGIN = LocalDate.of(2021, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2024, 6, 30);

    /** A question as a host of the library keeps it. */
    record Prepared(SubjectId subject, Use use) {}

    /**
     * Tells both and compares their answers to all questions.
     *
     * @throws IllegalStateException if they differ
     */
    static Engines of(Company company) {
        PrivacyRules library = PrivacyRules.builder()
                .tenant("benchmark")
                .policy(company.policy())
                .publishOnStart()
                .storage(MemoryStorage.create())
                .clock(Clock.systemUTC())
                .build();
        HandWritten floor = new HandWritten(company, Clock.systemUTC());
        People people = People.of(company);
        Instant[] recorded = people.answers().stream()
                .map(answer -> tell(library.consents(), answer).at())
                .toArray(Instant[]::new);
        people.relations().forEach(relation -> tell(library, relation));
        for (int i = 0; i < recorded.length; i++) {
            tell(floor, people.answers().get(i), recorded[i]);
        }
        people.relations().forEach(relation -> tell(floor, relation));
        Engines engines = new Engines(library, floor, Question.random(company, COLD));
        engines.requireAgreement();
        return engines;
    }

    private static void tell(PrivacyRules library, People.Relation relation) {
        library.subjects()
                .report(
                        SubjectId.of(relation.subject()),
                        relation.kind(),
                        relation.ended() ? Fact.endedOn(LAST_DAY) : Fact.since(BEGIN));
    }

    private static void tell(HandWritten floor, People.Relation relation) {
        Instant end = LAST_DAY.plusDays(1).atStartOfDay(Company.ZONE).toInstant();
        Instant begin = BEGIN.atStartOfDay(Company.ZONE).toInstant();
        floor.relate(
                relation.subject(), relation.kind(), relation.ended() ? end : begin, relation.ended() ? end : null);
    }

    private static Recorded tell(Consents consents, People.Answer answer) {
        SubjectId subject = SubjectId.of(answer.subject());
        String purpose = answer.plan().purpose();
        Evidence evidence = Evidence.webForm("benchmark", answer.plan().question(), Actor.subject());
        return switch (answer.saying()) {
            case GIVEN -> consents.give(subject, purpose, evidence);
            case REFUSED -> consents.refuse(subject, purpose, evidence);
            case WITHDRAWN -> consents.withdraw(subject, purpose, evidence);
            case OBJECTED -> consents.objectTo(subject, purpose, evidence);
        };
    }

    private static void tell(HandWritten floor, People.Answer answer, Instant at) {
        Instant until = answer.saying() != People.Saying.GIVEN
                ? null
                : answer.plan()
                        .validity()
                        .map(period -> at.atZone(Company.ZONE).plus(period).toInstant())
                        .orElse(null);
        floor.record(answer.subject(), answer.plan().purpose(), answer.saying(), at, until);
    }

    /** The first questions as a host of the library keeps them: each use is a constant. */
    Prepared[] prepared(int count) {
        Map<Use, Use> constants = new HashMap<>();
        return questions.stream()
                .limit(count)
                .map(question -> new Prepared(
                        SubjectId.of(question.subject()),
                        constants.computeIfAbsent(
                                Use.of(question.purpose()).withCategory(question.category()), use -> use)))
                .toArray(Prepared[]::new);
    }

    /** How often each reason was the answer. */
    Map<Reason, Long> answers() {
        return Arrays.stream(prepared(questions.size()))
                .map(asked ->
                        library.decisions().check(asked.subject(), asked.use()).reason())
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    }

    private void requireAgreement() {
        Prepared[] prepared = prepared(questions.size());
        for (int i = 0; i < questions.size(); i++) {
            Question asked = questions.get(i);
            Decision decision = library.decisions().check(prepared[i].subject(), prepared[i].use());
            HandWritten.Answer answer = floor.check(asked.subject(), asked.purpose(), asked.category());
            if (!agree(decision, answer)) {
                throw new IllegalStateException(asked + ": the library says " + decision + ", the floor " + answer);
            }
        }
    }

    private static boolean agree(Decision decision, HandWritten.Answer answer) {
        return decision.permitted() == answer.permitted()
                && decision.reason().name().equals(answer.reason().name())
                && decision.purpose().name().equals(answer.purpose())
                && decision.use().category().equals(answer.category())
                && decision.subject().reveal().equals(answer.subject())
                && basis(decision).equals(answer.basis().name())
                && Objects.equals(since(decision), answer.since())
                && Objects.equals(decision.until().orElse(null), answer.until());
    }

    private static String basis(Decision decision) {
        return decision.basis()
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "_$1")
                .toUpperCase(Locale.ROOT);
    }

    private static @Nullable Instant since(Decision decision) {
        if (decision.consent().sequence() > 0) {
            return decision.consent().span().since();
        }
        return decision.relation().equals(FactState.NONE)
                ? null
                : decision.relation().span().since();
    }
}

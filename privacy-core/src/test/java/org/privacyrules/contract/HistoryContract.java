package org.privacyrules.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.privacyrules.Storage;
import org.privacyrules.contract.History.Act;
import org.privacyrules.contract.History.Step;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.OperationId;

/** The laws that hold for every history of commands. Properties for jqwik; extend and supply the storage. */
public abstract class HistoryContract {

    /** Makes the suite. */
    protected HistoryContract() {}

    /**
     * The storage under test; tries share it, each with a tenant of its own.
     *
     * @return the storage
     */
    protected abstract Storage storage();

    private History history() {
        return on(storage());
    }

    private static History on(Storage storage) {
        return new History(
                storage, UUID.randomUUID().toString(), new SettableClock(Fixture.START.plus(Duration.ofDays(1))));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return History.steps(30);
    }

    @Provide
    Arbitrary<Step> step() {
        return History.step();
    }

    @Provide
    Arbitrary<List<Boolean>> choices() {
        return Arbitraries.of(true, false).list().ofSize(17);
    }

    /** A storage answers what memory answers. */
    @Property
    void memory_and_this_storage_answer_the_same(@ForAll("steps") List<Step> steps) {
        History here = history();
        History memory = on(MemoryStorage.create());
        here.applyAll(steps);
        memory.applyAll(steps);
        assertEquals(memory.answers(), here.answers());
    }

    /** Commands of different subjects, and of different purposes, do not see each other. */
    @Property
    void interleaving_commands_of_different_subjects_and_purposes_changes_no_answer(
            @ForAll("steps") List<Step> steps, @ForAll("choices") List<Boolean> choices) {
        Map<String, List<Step>> strands = new LinkedHashMap<>();
        steps.stream()
                .filter(step -> step.act() != Act.MERGE)
                .map(Step::withoutDelay)
                .forEach(step -> strands.computeIfAbsent(strand(step), unseen -> new ArrayList<>())
                        .add(step));
        List<Step> oneAfterTheOther = new ArrayList<>();
        List<Step> interleaved = new ArrayList<>();
        for (List<Step> strand : strands.values()) {
            oneAfterTheOther.addAll(strand);
            interleaved = History.interleaved(strand, interleaved, choices);
        }
        History first = history();
        History second = history();
        first.applyAll(oneAfterTheOther);
        second.applyAll(interleaved);
        assertEquals(first.answers(), second.answers());
    }

    private static String strand(Step step) {
        return step.subject() + (step.act().isOnPurpose() ? step.purpose() : "");
    }

    @Property
    void repeating_any_command_changes_nothing(@ForAll("steps") List<Step> steps, @ForAll Random random) {
        History history = history();
        for (Step step : steps) {
            history.apply(step);
            history.apply(step.withoutDelay());
        }
        List<String> answers = history.answers();
        List<Step> again =
                new ArrayList<>(steps.stream().map(Step::withoutDelay).toList());
        Collections.shuffle(again, random);
        history.applyAll(again);
        assertEquals(answers, history.answers());
    }

    @Property
    @Gdpr("7(3)")
    @Mission("M10")
    void a_no_never_turns_a_no_into_a_yes(@ForAll("steps") List<Step> steps, @ForAll("step") Step last) {
        History history = history();
        history.applyAll(steps);
        List<Boolean> before = history.permissions();
        for (Act no : Act.values()) {
            if (no.isNo()) {
                history.apply(new Step(
                        no, last.subject(), last.purpose(), 0, last.operation().step(no.name())));
            }
        }
        List<Boolean> after = history.permissions();
        History.places().filter(i -> !before.get(i)).forEach(i -> assertFalse(after.get(i)));
    }

    @Property
    @Gdpr("5(1)(b)")
    void a_command_on_one_purpose_changes_no_answer_of_another(
            @ForAll("steps") List<Step> steps, @ForAll("step") Step last) {
        History history = history();
        history.applyAll(steps);
        List<String> before = history.answers();
        for (Act act : Act.values()) {
            if (act.isOnPurpose()) {
                history.apply(new Step(
                        act, last.subject(), last.purpose(), 0, last.operation().step(act.name())));
            }
        }
        List<String> after = history.answers();
        int own = History.place(last.subject(), last.purpose());
        History.places().filter(i -> i != own).forEach(i -> assertEquals(before.get(i), after.get(i)));
    }

    @Property
    void what_is_asked_as_of_an_instant_is_what_was_answered_then(@ForAll("steps") List<Step> steps) {
        askedLaterEqualsAnsweredLive(history(), steps);
    }

    /** Thirty changes over a year and two policies. */
    @Example
    @Mission("M3")
    @Gdpr("5(2)")
    void a_scripted_history_of_thirty_changes_reads_the_same_as_of_every_instant() {
        List<Act> acts = List.of(
                Act.BEGIN_VISITOR,
                Act.GIVE,
                Act.MERGE,
                Act.BEGIN_CUSTOMER,
                Act.GIVE,
                Act.OBJECT,
                Act.WITHDRAW,
                Act.GIVE,
                Act.LIFT,
                Act.CHILD,
                Act.GIVE,
                Act.GIVE_BY_GUARDIAN,
                Act.ADULT,
                Act.GIVE,
                Act.REFUSE,
                Act.DISMISS,
                Act.CONFIRM,
                Act.GIVE,
                Act.CONFIRM,
                Act.END_CUSTOMER,
                Act.GIVE,
                Act.BEGIN_CUSTOMER,
                Act.OBJECT,
                Act.IMPORT_GIVEN,
                Act.IMPORT_WITHDRAWN,
                Act.COUNTRY,
                Act.GIVE,
                Act.WITHDRAW,
                Act.DISMISS,
                Act.MERGE);
        List<String> purposes = List.of("tracking", "digest", "survey", "product-news");
        List<Step> script = IntStream.range(0, acts.size())
                .mapToObj(i -> new Step(
                        acts.get(i),
                        i % 3 == 0 ? 2 : 0,
                        purposes.get(i % purposes.size()),
                        24 * 11 + i,
                        OperationId.random()))
                .toList();
        assertEquals(30, script.size());
        askedLaterEqualsAnsweredLive(history(), script);
    }

    private static void askedLaterEqualsAnsweredLive(History history, List<Step> steps) {
        Map<Instant, List<String>> live = new LinkedHashMap<>();
        for (Step step : steps) {
            history.apply(step);
            live.put(history.now(), history.answers());
        }
        live.forEach((instant, answers) -> assertEquals(answers, history.answersAsOf(instant)));
    }
}

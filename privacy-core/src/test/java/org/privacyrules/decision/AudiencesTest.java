package org.privacyrules.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.TenantStorage;
import org.privacyrules.contract.Fixture;
import org.privacyrules.coverage.Mission;
import org.privacyrules.fact.Fact;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.subject.SubjectId;

/** Many people at once: candidates in chunks, and everybody who is permitted. */
class AudiencesTest extends DecisionScene {

    private SubjectId customer(int number) {
        SubjectId subject = SubjectId.of("customer-" + number);
        rules.subjects().report(subject, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        return subject;
    }

    @Test
    @Mission("M10")
    void of_a_list_of_candidates_the_permitted_come_in_order_and_the_refused_are_counted() {
        List<SubjectId> candidates =
                IntStream.range(0, 2500).mapToObj(this::customer).toList();
        candidates.stream().limit(300).forEach(each -> rules.consents().objectTo(each, "product-news", Fixture.said()));
        RefusalCount refusals = new RefusalCount();
        Stream<SubjectId> asked = Stream.concat(candidates.stream(), Stream.of(SubjectId.of("stranger")));
        List<SubjectId> audience = rules.decisions()
                .permitted(Use.of("product-news"), asked, refusals)
                .toList();
        assertEquals(candidates.subList(300, 2500), audience);
        assertEquals(Map.of(Reason.OBJECTED, 300L, Reason.NO_RELATION, 1L), refusals.byReason());
        assertEquals(301, refusals.total());
    }

    @Test
    void an_objection_made_while_an_audience_is_read_counts_from_the_next_chunk() {
        List<SubjectId> candidates =
                IntStream.range(0, 2500).mapToObj(this::customer).toList();
        List<SubjectId> audience = rules.decisions()
                .permitted("product-news", candidates.stream())
                .peek(each -> rules.consents().objectTo(candidates.get(2499), "product-news", Fixture.said()))
                .toList();
        assertEquals(2499, audience.size());
    }

    @Test
    void candidates_are_read_no_further_than_they_are_used_and_closed() {
        List<Integer> read = new ArrayList<>();
        boolean[] closed = {false};
        Stream<SubjectId> candidates = IntStream.range(0, 1_000_000)
                .peek(read::add)
                .mapToObj(i -> alice)
                .onClose(() -> closed[0] = true);
        try (Stream<SubjectId> audience = rules.decisions().permitted("product-news", candidates)) {
            assertEquals(10, audience.limit(10).count());
        }
        assertTrue(read.size() < 5000);
        assertTrue(closed[0]);
    }

    @Test
    void who_is_read_by_one_version_is_decided_by_it_though_another_starts_meanwhile() {
        MemoryStorage storage = MemoryStorage.create();
        PrivacyRules own = Fixture.rules(storage, "own", clock);
        own.subjects().report(alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        Instant before = Fixture.SECOND_VERSION.minusSeconds(1);
        clock.set(before);
        own.consents().give(alice, "tracking", Fixture.shown(Fixture.shownText(own, "tracking", clock)));
        TenantStorage ports = storage.forTenant(own.tenant());
        KnownSubjects slow = new SlowReads(ports.knownSubjects(), () -> clock.set(Fixture.SECOND_VERSION));
        Decisions decisions = new Decisions(own::policies, slow, ports.journal(), clock);
        assertEquals(List.of(alice), decisions.permitted("tracking").limit(1).toList());
        clock.set(before);
        assertEquals(
                List.of(alice),
                decisions.permitted("tracking", Stream.of(alice)).toList());
        assertEquals(List.of(), decisions.permitted("tracking").toList(), "the second version has another text");
    }

    /** Something happens while subjects are read. */
    private record SlowReads(KnownSubjects sound, Runnable meanwhile) implements KnownSubjects {

        @Override
        public KnownSubject find(SubjectId subject) {
            return sound.find(subject);
        }

        @Override
        public List<KnownSubject> findAll(List<SubjectId> subjects, Aspects aspects) {
            meanwhile.run();
            return sound.findAll(subjects, aspects);
        }

        @Override
        public List<Listed> list(Aspects aspects, Optional<SubjectId> after) {
            meanwhile.run();
            return sound.list(aspects, after);
        }

        @Override
        public int chunkSize() {
            return sound.chunkSize();
        }
    }

    @Test
    void everybody_who_is_permitted_is_listed() {
        List<SubjectId> customers =
                IntStream.range(0, 2100).mapToObj(this::customer).toList();
        rules.consents().objectTo(customers.get(5), "product-news", Fixture.said());
        RefusalCount refusals = new RefusalCount();
        List<SubjectId> expected = Stream.concat(customers.stream(), Stream.of(alice))
                .filter(each -> !each.equals(customers.get(5)))
                .sorted()
                .toList();
        assertEquals(
                expected,
                rules.decisions().permitted(Use.of("product-news"), refusals).toList());
        assertEquals(Map.of(Reason.OBJECTED, 1L), refusals.byReason());
        assertEquals(expected, rules.decisions().permitted("product-news").toList());
    }

    @Test
    void sorted_candidates_get_the_answers_that_they_would_get_one_by_one() {
        List<SubjectId> customers =
                IntStream.range(0, 2100).mapToObj(this::customer).sorted().toList();
        customers.stream().limit(7).forEach(each -> rules.consents().objectTo(each, "product-news", Fixture.said()));
        List<SubjectId> candidates = Stream.of(
                        customers.stream().filter(each -> each.hashCode() % 3 != 0),
                        Stream.of("a", "customer-1000-and-a-half", "zz").map(SubjectId::of),
                        Stream.of(customers.get(0), customers.get(2099), customers.get(2099)))
                .flatMap(each -> each)
                .sorted()
                .toList();
        RefusalCount refusals = new RefusalCount();
        RefusalCount expected = new RefusalCount();
        Use use = Use.of("product-news");
        assertEquals(
                rules.decisions().permitted(use, candidates.stream(), expected).toList(),
                rules.decisions()
                        .permittedOfSorted(use, candidates.stream(), refusals)
                        .toList());
        assertEquals(expected.byReason(), refusals.byReason());
        assertTrue(
                refusals.byReason().get(Reason.NO_RELATION) == 3L,
                refusals.byReason().toString());
    }

    @Test
    void sorted_candidates_of_whom_nobody_is_known_are_refused_one_by_one() {
        PrivacyRules empty = Fixture.rules(MemoryStorage.create(), "empty", clock);
        RefusalCount refusals = new RefusalCount();
        Stream<SubjectId> candidates = Stream.of("a", "b").map(SubjectId::of);
        assertEquals(
                0,
                empty.decisions()
                        .permittedOfSorted(Use.of("product-news"), candidates, refusals)
                        .count());
        assertEquals(2, refusals.total());
    }

    @Test
    void candidates_that_are_said_to_be_sorted_and_are_not_are_an_error() {
        Stream<SubjectId> unsorted = Stream.of("b", "a").map(SubjectId::of);
        InvalidInputException error = assertThrows(
                InvalidInputException.class,
                () -> rules.decisions()
                        .permittedOfSorted(Use.of("product-news"), unsorted, refused -> {})
                        .count());
        assertTrue(error.getMessage().contains("sort"), error.getMessage());
    }
}

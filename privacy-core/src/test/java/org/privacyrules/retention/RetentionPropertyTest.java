package org.privacyrules.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.Evidence.Channel;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.fact.Fact;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.policy.PolicyBuilder;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.PurposeBuilder;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.Permit;
import org.privacyrules.subject.SubjectId;

/** The laws of retention, for any policy and any past of a subject. */
class RetentionPropertyTest {

    private static final List<String> EVENTS = List.of("case-opened", "case-closed", "invoice-issued");
    private static final List<String> CATEGORIES = List.of("data", "more-data");
    private static final LocalDate SECOND = LocalDate.of(2023, 6, 1);
    private static final Period GRACE = Period.ofDays(45);
    private static final SubjectId ALICE = SubjectId.of("alice");

    /** Uses what the others may not use. */
    private static final Declared OTHER =
            new Declared("other", 0, 1, RetentionTerm.from("contract-ended").plus(Period.ofDays(1)));

    /** A purpose, told to a builder. */
    record Declared(String name, int basis, int categories, RetentionTerm term) {

        void to(PolicyBuilder builder) {
            builder.purpose(name, this::describe);
        }

        private void describe(PurposeBuilder purpose) {
            purpose.describedAs("why")
                    .carriedBy("customer")
                    .uses(uses().toArray(String[]::new))
                    .kept(term);
            switch (basis) {
                case 0 -> purpose.contract();
                case 1 -> purpose.legalObligation("a law");
                default -> purpose.legitimateInterests("an interest", "LIA-1");
            }
        }

        private List<String> uses() {
            return categories == 2 ? CATEGORIES : List.of(CATEGORIES.get(categories));
        }

        Declared with(RetentionTerm other) {
            return new Declared(name, basis, categories, other);
        }
    }

    /** What happened to Alice: days of events, the end of the relation, and objections; 0 is nothing. */
    record Past(List<Integer> eventDays, int left, List<Integer> objections) {

        void happenTo(RetentionScene scene, List<Declared> purposes) {
            for (int i = 0; i < EVENTS.size(); i++) {
                if (eventDays.get(i) > 0) {
                    scene.rules.subjects().reportEvent(scene.alice, EVENTS.get(i), day(eventDays.get(i)));
                }
            }
            if (left > 0) {
                scene.rules.subjects().report(scene.alice, "customer", Fact.endedOn(day(left)));
            }
            for (int i = 0; i < purposes.size(); i++) {
                if (objections.get(i) > 0 && purposes.get(i).basis() == 2) {
                    scene.rules
                            .consents()
                            .objectTo(
                                    scene.alice,
                                    purposes.get(i).name(),
                                    Evidence.of(Channel.WEB_FORM, "page", Actor.subject()));
                }
            }
        }

        private static LocalDate day(int number) {
            return RetentionScene.OPENING.plusDays(number);
        }
    }

    @Provide
    Arbitrary<RetentionTerm> terms() {
        Arbitrary<RetentionTerm> chain = Combinators.combine(
                        Arbitraries.of("case-opened", "case-closed", "invoice-issued", "contract-ended"),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.of(true, false))
                .as((event, months, endOfYear) -> {
                    RetentionTerm.FromEvent term = RetentionTerm.from(event).plus(Period.ofMonths(months));
                    return endOfYear ? term.toEndOfCalendarYear() : term;
                });
        return Arbitraries.oneOf(
                chain,
                Combinators.combine(chain, chain).as((one, other) -> RetentionTerm.earliestOf(one, other)),
                Combinators.combine(chain, chain).as((one, other) -> RetentionTerm.latestOf(one, other)));
    }

    @Provide
    Arbitrary<List<Declared>> purposes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        terms())
                .as((basis, categories, term) -> new Declared("", basis, categories, term))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(RetentionPropertyTest::named);
    }

    private static List<Declared> named(List<Declared> purposes) {
        List<Declared> named = new ArrayList<>();
        for (Declared each : purposes) {
            named.add(new Declared("p" + named.size(), each.basis(), each.categories(), each.term()));
        }
        return named;
    }

    @Provide
    Arbitrary<Past> pasts() {
        Arbitrary<Integer> days = Arbitraries.integers().between(-400, 1500).map(day -> Math.max(day, 0));
        return Combinators.combine(days.list().ofSize(3), days, days.list().ofSize(6))
                .as(Past::new);
    }

    private static PrivacyPolicy policy(String version, LocalDate start, List<Declared> purposes) {
        PolicyBuilder builder = RetentionScene.empty(version, start).shorteningGrace(GRACE);
        for (String category : CATEGORIES) {
            builder.category(category, c -> c.describedAs("data").attributes("a thing"));
        }
        purposes.forEach(purpose -> purpose.to(builder));
        return builder.build();
    }

    private static RetentionScene scene(List<Declared> purposes, Past past) {
        RetentionScene scene = new RetentionScene(policy("1", RetentionScene.OPENING, everything(purposes)));
        past.happenTo(scene, purposes);
        return scene;
    }

    /** Both categories must be used by somebody. */
    private static List<Declared> everything(List<Declared> purposes) {
        List<Declared> all = new ArrayList<>(purposes);
        all.add(new Declared("base", 2, 2, RetentionTerm.from("contract-ended").plus(Period.ofDays(1))));
        return all;
    }

    private static Instant due(Keeping keeping) {
        return keeping.dueFrom().orElse(Instant.MAX);
    }

    @Property(tries = 150)
    void a_hold_never_makes_a_due_date_earlier_and_its_release_restores_it(
            @ForAll("purposes") List<Declared> purposes,
            @ForAll("pasts") Past past,
            @ForAll @IntRange(max = 3) int scope) {
        RetentionScene scene = scene(purposes, past);
        HoldScope scopes = List.of(
                        HoldScope.everything(),
                        HoldScope.of(scene.alice),
                        HoldScope.of("data"),
                        HoldScope.of(scene.alice, "data"))
                .get(scope);
        List<Keeping> before = scene.rules.retention().of(scene.alice).all();
        OperationId first = place(scene, scopes);
        OperationId second = place(scene, scopes);
        List<Keeping> held = scene.rules.retention().of(scene.alice).all();
        for (int i = 0; i < before.size(); i++) {
            assertFalse(due(held.get(i)).isBefore(due(before.get(i))));
        }
        assertEquals(Optional.empty(), scene.keeping("data").dueFrom());
        release(scene, first);
        assertEquals(Optional.empty(), scene.keeping("data").dueFrom());
        release(scene, second);
        assertEquals(before, scene.rules.retention().of(scene.alice).all());
    }

    private static OperationId place(RetentionScene scene, HoldScope scope) {
        return scene.rules
                .holds()
                .place("m", scope, "a claim", LocalDate.of(2030, 1, 1), Actor.staff("7"))
                .operation();
    }

    private static void release(RetentionScene scene, OperationId hold) {
        scene.rules.holds().release(hold, scene.permits.give(Permit.Action.RELEASE_HOLD, Actor.staff("7"), "settled"));
    }

    @Property(tries = 150)
    @Gdpr("17(3)(b)")
    void another_duty_never_makes_a_due_date_earlier(
            @ForAll("purposes") List<Declared> purposes,
            @ForAll("pasts") Past past,
            @ForAll("terms") RetentionTerm term,
            @ForAll @IntRange(max = 2) int categories) {
        List<Declared> more = new ArrayList<>(purposes);
        more.add(new Declared("duty", 1, categories, term));
        List<Keeping> without =
                scene(purposes, past).rules.retention().of(ALICE).all();
        List<Keeping> with = scene(more, past).rules.retention().of(ALICE).all();
        for (int i = 0; i < without.size(); i++) {
            assertFalse(due(with.get(i)).isBefore(due(without.get(i))));
        }
    }

    @Property(tries = 150)
    void the_order_of_configuration_changes_nothing(
            @ForAll("purposes") List<Declared> purposes, @ForAll("pasts") Past past, @ForAll Random random) {
        List<Declared> shuffled = new ArrayList<>(everything(purposes));
        PrivacyPolicy one = policy("1", RetentionScene.OPENING, shuffled);
        PrivacyPolicy two = policy("2", SECOND, shuffled);
        Collections.shuffle(shuffled, random);
        PrivacyPolicy oneAgain = policy("1", RetentionScene.OPENING, shuffled);
        PrivacyPolicy twoAgain = policy("2", SECOND, shuffled);
        RetentionScene scene = new RetentionScene(one, two);
        RetentionScene other = new RetentionScene(twoAgain, oneAgain);
        past.happenTo(scene, purposes);
        past.happenTo(other, purposes);
        assertEquals(scene.explanations(), other.explanations());
    }

    /** Recomputed from what each purpose alone says. */
    @Property(tries = 150)
    void a_datum_is_due_when_the_last_of_its_purposes_lets_go(
            @ForAll("purposes") List<Declared> purposes, @ForAll("pasts") Past past) {
        RetentionScene scene = scene(purposes, past);
        Instant latest = Instant.MIN;
        for (Declared purpose : everything(purposes)) {
            if (purpose.categories() != 1) {
                Instant alone = due(alone(purpose, objects(purpose, purposes, past), past));
                latest = alone.isAfter(latest) ? alone : latest;
            }
        }
        assertEquals(latest, due(scene.keeping("data")));
    }

    private static boolean objects(Declared purpose, List<Declared> purposes, Past past) {
        int place = purposes.indexOf(purpose);
        return place >= 0 && past.objections().get(place) > 0 && purpose.basis() == 2;
    }

    private static Keeping alone(Declared purpose, boolean objects, Past past) {
        RetentionScene alone = new RetentionScene(policy("1", RetentionScene.OPENING, List.of(purpose, OTHER)));
        new Past(past.eventDays(), past.left(), List.of(objects ? 1 : 0)).happenTo(alone, List.of(purpose));
        return alone.keeping("data");
    }

    @Property(tries = 200)
    void lengthening_counts_at_once_and_shortening_never_before_the_grace_or_the_old_end(
            @ForAll("terms") RetentionTerm before, @ForAll("terms") RetentionTerm after, @ForAll("pasts") Past past) {
        Declared purpose = new Declared("p", 0, 0, before);
        Instant old = dueBy(past, policy("1", RetentionScene.OPENING, List.of(purpose, OTHER)));
        Instant fresh = dueBy(past, policy("1", RetentionScene.OPENING, List.of(purpose.with(after), OTHER)));
        Instant changed = dueBy(
                past,
                policy("1", RetentionScene.OPENING, List.of(purpose, OTHER)),
                policy("2", SECOND, List.of(purpose.with(after), OTHER)));
        Instant graceOver =
                SECOND.plus(GRACE).atStartOfDay(RetentionScene.STOCKHOLM).toInstant();
        if (!fresh.isBefore(old)) {
            assertEquals(fresh, changed);
        } else {
            Instant earliest = old.isBefore(graceOver) ? old : graceOver;
            assertEquals(fresh.isAfter(earliest) ? fresh : earliest, changed);
        }
    }

    private static Instant dueBy(Past past, PrivacyPolicy... versions) {
        RetentionScene scene = new RetentionScene(versions);
        past.happenTo(scene, List.of());
        return due(scene.keeping("data"));
    }

    @Property(tries = 100)
    void what_is_due_stays_due_when_time_goes_on_and_nothing_happens(
            @ForAll("purposes") List<Declared> purposes,
            @ForAll("pasts") Past past,
            @ForAll @Size(4) List<@IntRange(max = 900) Integer> steps) {
        RetentionScene scene = scene(purposes, past);
        Keeping before = scene.keeping("data");
        for (int step : steps) {
            scene.clock.set(scene.clock
                    .instant()
                    .atZone(ZoneId.of("UTC"))
                    .plusDays(step)
                    .toInstant());
            Keeping after = scene.keeping("data");
            assertEquals(before.dueFrom(), after.dueFrom());
            boolean due = after.dueFrom()
                    .filter(from -> !from.isAfter(scene.clock.instant()))
                    .isPresent();
            assertEquals(due, after.fate() == Keeping.Fate.DUE);
        }
    }
}

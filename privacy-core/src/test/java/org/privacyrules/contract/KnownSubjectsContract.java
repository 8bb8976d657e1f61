package org.privacyrules.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.privacyrules.decision.Aspects;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.decision.KnownSubjects.Listed;
import org.privacyrules.fact.Fact;
import org.privacyrules.subject.SubjectId;

/** What a storage must know of subjects, and of which one. */
public abstract class KnownSubjectsContract extends StoreContract {

    /** Keys that a careless comparison takes for one another. */
    protected static final List<String> LOOKALIKES = List.of(
            "alice",
            "ALICE",
            "Alice",
            "alice ",
            " alice",
            "alice\t",
            "alice\u0000",
            "alicé",
            Normalizer.normalize("alicé", Normalizer.Form.NFD),
            "0",
            "00",
            "0.0",
            "-0",
            "1e1",
            "10",
            "0x0A",
            "%",
            "_",
            "'",
            "' or '1'='1",
            "\\",
            "\"",
            "straße",
            "strasse",
            "STRASSE",
            "İ",
            "i",
            "ı",
            "I",
            "ﬁ",
            "fi",
            "😂",
            "😀",
            "null",
            "NULL",
            "true",
            "a\u200bb",
            "ab",
            "\uFEFFab",
            "\u2126",
            "\u03a9",
            "\u00e0",
            "a\u0300");

    /** Makes the suite. */
    protected KnownSubjectsContract() {}

    @Test
    void keys_are_compared_byte_for_byte() {
        for (int i = 0; i < LOOKALIKES.size(); i++) {
            rules().subjects()
                    .report(
                            subject(LOOKALIKES.get(i)),
                            Fixture.CUSTOMER,
                            Fact.since(Fixture.longAgo().plusDays(i)));
        }
        Set<String> distinct = Set.copyOf(LOOKALIKES);
        for (String key : distinct) {
            assertEquals(
                    Fixture.longAgo()
                            .plusDays(LOOKALIKES.lastIndexOf(key))
                            .atStartOfDay(java.time.ZoneId.of("Europe/Stockholm"))
                            .toInstant(),
                    store().knownSubjects()
                            .find(SubjectId.of(key))
                            .fact(Fixture.CUSTOMER)
                            .span()
                            .since(),
                    key);
        }
    }

    @Test
    void the_longest_key_is_kept_whole() {
        SubjectId longest = subject("ä".repeat(SubjectId.MAX_BYTES / 2));
        rules().subjects().reportCountry(longest, "SE");
        assertEquals(1, history(longest).size());
    }

    @Test
    void a_listing_has_every_known_subject_once_in_the_order_of_the_bytes() {
        List<SubjectId> all = new ArrayList<>(
                LOOKALIKES.stream().distinct().map(this::subject).toList());
        Collections.shuffle(all, new Random(7));
        all.forEach(subject -> rules().subjects().reportCountry(subject, "SE"));
        List<SubjectId> listed =
                listing(allAspects()).stream().map(Listed::subject).toList();
        assertEquals(all.stream().sorted().toList(), listed);
    }

    @Test
    void a_listing_of_many_pages_loses_nobody() {
        List<SubjectId> all = IntStream.range(0, 2500)
                .mapToObj(i -> SubjectId.of("subject-" + i))
                .toList();
        store().transactions().inTransaction(transaction -> {
            all.forEach(subject -> store().restrictions()
                    .record(
                            transaction,
                            org.privacyrules.hold.RestrictionEvent.placed(
                                    org.privacyrules.subject.OperationId.random(),
                                    subject,
                                    clock.instant(),
                                    "1",
                                    org.privacyrules.hold.RestrictionEvent.Ground.UNLAWFUL,
                                    org.privacyrules.subject.Actor.staff("7"))));
            return all;
        });
        List<Listed> listed = listing(allAspects());
        assertEquals(
                all.stream().sorted().toList(),
                listed.stream().map(Listed::subject).toList());
        assertTrue(listed.stream().allMatch(each -> each.known().restricted()));
    }

    @Test
    void the_aspects_asked_for_are_found_for_each_subject_in_order() {
        SubjectId alice = subject("alice");
        SubjectId bob = subject("bob");
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        rules().consents().withdraw(bob, "tracking", Fixture.said());
        List<KnownSubject> found = store().knownSubjects()
                .findAll(
                        List.of(bob, subject("nobody"), alice, bob),
                        new Aspects(Set.of(Fixture.CUSTOMER), Set.of(), Set.of("tracking")));
        assertEquals(store().knownSubjects().find(bob), found.get(0));
        assertEquals(KnownSubject.NOTHING, found.get(1));
        assertEquals(store().knownSubjects().find(alice), found.get(2));
        assertEquals(found.get(0), found.get(3));
    }

    @Test
    void a_listing_has_only_those_of_whom_an_aspect_is_known() {
        rules().subjects().reportCountry(subject("alice"), "SE");
        rules().subjects().report(subject("bob"), Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        Aspects aspects = new Aspects(Set.of(Fixture.CUSTOMER), Set.of(), Set.of());
        assertEquals(
                List.of(subject("bob")),
                listing(aspects).stream().map(Listed::subject).toList());
    }
}

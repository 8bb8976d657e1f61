package org.privacyrules.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.privacyrules.document.PolicyStore;
import org.privacyrules.document.Publication;
import org.privacyrules.document.StoredPolicy;
import org.privacyrules.policy.ContentHash;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.Tenant;

/** What a storage must keep of published policies. */
public abstract class PolicyStoreContract extends StoreContract {

    private static final Instant PUBLISHED = Instant.parse("2025-12-24T18:00:00.123456Z");
    private static final int ROUNDS = 20;

    /** Makes the suite. */
    protected PolicyStoreContract() {}

    private static StoredPolicy policy(String version, Instant start, String document) {
        return new StoredPolicy(version, start, ContentHash.of(document), document, PUBLISHED);
    }

    private static StoredPolicy policy(String version, int month) {
        return policy(version, start(month), "policy " + version);
    }

    private static Instant start(int month) {
        return Instant.parse("2026-%02d-01T00:00:00Z".formatted(month));
    }

    private PolicyStore policies() {
        return store().policies();
    }

    private Publication publish(StoredPolicy policy) {
        return publish(tenant, policy);
    }

    private Publication publish(Tenant whose, StoredPolicy policy) {
        return storage()
                .forTenant(whose)
                .transactions()
                .inTransaction(
                        transaction -> storage().forTenant(whose).policies().publish(transaction, policy));
    }

    private List<String> versions() {
        return policies().all().stream().map(StoredPolicy::version).toList();
    }

    @Test
    void at_first_no_policy_is_stored() {
        assertEquals(List.of(), policies().all());
    }

    @Test
    void what_is_published_is_kept_to_the_microsecond() {
        StoredPolicy policy = policy("1", Instant.parse("2026-03-29T01:59:59.999999Z"), "policy 1");
        assertEquals(Publication.STORED_NOW, publish(policy));
        assertEquals(List.of(policy), policies().all());
        assertEquals(List.of(policy), storage().forTenant(tenant).policies().all());
    }

    @Test
    void nanoseconds_are_cut_before_starts_are_compared() {
        publish(policy("1", Instant.parse("2026-01-01T00:00:00.000001001Z"), "policy 1"));
        assertEquals(
                Publication.CONFLICT,
                publish(policy("2", Instant.parse("2026-01-01T00:00:00.000001999Z"), "policy 2")));
    }

    @Test
    void versions_come_in_the_order_of_their_starts() {
        publish(policy("10", 3));
        publish(policy("9", 5));
        publish(policy("zero", 1));
        assertEquals(List.of("zero", "10", "9"), versions());
        store().transactions().inTransaction(transaction -> {
            policies().publish(transaction, policy("first", 2));
            assertEquals(
                    List.of("zero", "first", "10", "9"),
                    policies().lockAll(transaction).stream()
                            .map(StoredPolicy::version)
                            .toList());
            return true;
        });
    }

    @Test
    void what_is_published_stays_as_it_is() {
        StoredPolicy first = policy("1", 1);
        publish(first);
        StoredPolicy sameAgain =
                new StoredPolicy("1", start(1), first.hash(), "in another form", PUBLISHED.plusSeconds(1));
        assertEquals(Publication.STORED_BEFORE, publish(sameAgain));
        assertEquals(Publication.CONFLICT, publish(policy("1", start(1), "other content")));
        assertEquals(Publication.CONFLICT, publish(policy("1", start(2), "other content")));
        assertEquals(List.of(first), policies().all());
    }

    @Test
    void two_versions_do_not_start_at_the_same_instant() {
        publish(policy("1", 1));
        assertEquals(Publication.CONFLICT, publish(policy("2", 1)));
        assertEquals(List.of("1"), versions());
    }

    @Test
    void a_transaction_goes_on_after_a_conflict() {
        publish(policy("1", 1));
        List<Publication> answers = store().transactions()
                .inTransaction(transaction -> List.of(
                        policies().publish(transaction, policy("1", start(1), "other content")),
                        policies().publish(transaction, policy("2", 1)),
                        policies().publish(transaction, policy("1", 1)),
                        policies().publish(transaction, policy("2", 2)),
                        policies().publish(transaction, policy("2", 2))));
        assertEquals(
                List.of(
                        Publication.CONFLICT,
                        Publication.CONFLICT,
                        Publication.STORED_BEFORE,
                        Publication.STORED_NOW,
                        Publication.STORED_BEFORE),
                answers);
        assertEquals(List.of("1", "2"), versions());
    }

    @Test
    void nothing_remains_of_a_publication_whose_work_throws() {
        publish(policy("1", 1));
        assertThrows(
                IllegalStateException.class,
                () -> store().transactions().inTransaction(transaction -> {
                    policies().publish(transaction, policy("2", 2));
                    policies().publish(transaction, policy("3", 3));
                    throw new IllegalStateException("planned");
                }));
        assertEquals(List.of("1"), versions());
        assertEquals(Publication.STORED_NOW, publish(policy("2", start(2), "other content")));
    }

    @Test
    void no_version_is_seen_before_the_commit() {
        store().transactions().inTransaction(transaction -> {
            policies().publish(transaction, policy("1", 1));
            assertEquals(List.of(), policies().all());
            return true;
        });
        assertEquals(List.of("1"), versions());
    }

    @Test
    void names_are_compared_character_by_character() {
        List<String> names = KnownSubjectsContract.LOOKALIKES.stream()
                .filter(name -> !name.isBlank() && name.length() <= 64)
                .toList();
        for (int i = 0; i < names.size(); i++) {
            Instant start = Fixture.START.plusSeconds(i);
            assertEquals(Publication.STORED_NOW, publish(policy(names.get(i), start, "policy " + i)), names.get(i));
        }
        assertEquals(names, versions());
    }

    @Test
    void the_longest_name_of_the_widest_characters_is_kept() {
        String widest = "\u20ac".repeat(64);
        publish(policy(widest, 1));
        assertEquals(List.of(widest), versions());
    }

    @Test
    void a_document_of_a_million_characters_of_all_scripts_is_kept() {
        String line = "Personuppgifter – údaje, 個人情報, بيانات, 😂, 'quoted', \"quoted\", \\, \t, \r\n";
        StoredPolicy large = policy("1", start(1), line.repeat(1 + 1_000_000 / line.length()));
        publish(large);
        StoredPolicy read = policies().all().get(0);
        assertEquals(large.document(), read.document());
        assertEquals(large.hash(), ContentHash.of(read.document()));
    }

    @Test
    void the_hash_is_kept_as_it_was_told() {
        ContentHash told = ContentHash.of("not the document");
        publish(new StoredPolicy("1", start(1), told, "document", PUBLISHED));
        assertEquals(told, policies().all().get(0).hash());
    }

    @Test
    void a_tenants_policies_are_its_own() {
        String name = tenant.name();
        List<String> others = List.of(
                name.toUpperCase(Locale.ROOT),
                name.substring(1),
                name + "0",
                name + ".",
                name.replace('-', '_'),
                name.replace('-', '.'));
        publish(policy("1", 1));
        for (String other : others) {
            Tenant whose = new Tenant(other);
            assertEquals(List.of(), storage().forTenant(whose).policies().all(), other);
            assertEquals(Publication.STORED_NOW, publish(whose, policy("1", start(1), "of " + other)), other);
        }
        assertEquals(List.of(policy("1", 1)), policies().all());
    }

    @Test
    void racing_nodes_with_the_same_version_publish_it_once() {
        for (int round = 0; round < ROUNDS; round++) {
            StoredPolicy same = policy("v" + round, Fixture.START.plusSeconds(round), "policy " + round);
            assertEquals(
                    List.of(Publication.STORED_NOW, Publication.STORED_BEFORE, Publication.STORED_BEFORE),
                    raced(thread -> publish(same)));
        }
        assertEquals(ROUNDS, versions().size());
    }

    @Test
    void of_two_racing_contents_of_one_version_one_is_published() {
        for (int round = 0; round < ROUNDS; round++) {
            String version = "v" + round;
            Instant start = Fixture.START.plusSeconds(10L * round);
            List<StoredPolicy> contents = IntStream.range(0, 3)
                    .mapToObj(i -> policy(version, start.plusSeconds(i), "content " + i))
                    .toList();
            assertEquals(
                    List.of(Publication.STORED_NOW, Publication.CONFLICT, Publication.CONFLICT),
                    raced(thread -> publish(contents.get(thread))));
        }
        assertEquals(ROUNDS, versions().size());
    }

    @Test
    void of_two_racing_versions_with_the_same_start_one_is_published() {
        for (int round = 0; round < ROUNDS; round++) {
            Instant start = Fixture.START.plusSeconds(round);
            String prefix = "v" + round + ".";
            assertEquals(
                    List.of(Publication.STORED_NOW, Publication.CONFLICT, Publication.CONFLICT),
                    raced(thread -> publish(policy(prefix + thread, start, "policy"))));
        }
        assertEquals(ROUNDS, versions().size());
    }

    private static List<Publication> raced(IntFunction<Publication> publishing) {
        return Race.of(3, publishing, 1).stream()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    @Test
    void of_racing_publishers_who_look_first_each_sees_what_the_one_before_has_done() {
        List<List<StoredPolicy>> seen = Race.of(3, thread -> lookAndPublish("v" + thread), 1);
        assertEquals(List.of(0, 1, 2), seen.stream().map(List::size).sorted().toList());
        List<StoredPolicy> all = policies().all();
        seen.forEach(earlier -> assertEquals(all.subList(0, earlier.size()), earlier));
    }

    /** Starts after all that it sees, so that the order of the starts is that of the publications. */
    private List<StoredPolicy> lookAndPublish(String version) {
        return store().transactions().inTransaction(transaction -> {
            List<StoredPolicy> before = policies().lockAll(transaction);
            policies().publish(transaction, policy(version, 1 + before.size()));
            return before;
        });
    }

    @Test
    void whoever_looks_first_keeps_other_publishers_waiting_and_no_reader() throws Exception {
        publish(policy("1", 1));
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        CompletableFuture<List<String>> first = CompletableFuture.supplyAsync(() -> holdWhile(looked, read));
        assertTrue(looked.await(30, TimeUnit.SECONDS));
        CompletableFuture<Publication> second =
                CompletableFuture.supplyAsync(() -> publish(policy("2", start(2), "other content")));
        assertEquals(List.of("1"), versions());
        read.countDown();
        assertEquals(List.of("1", "2"), first.get(30, TimeUnit.SECONDS));
        assertEquals(Publication.CONFLICT, second.get(30, TimeUnit.SECONDS));
    }

    private List<String> holdWhile(CountDownLatch looked, CountDownLatch read) {
        return store().transactions().inTransaction(transaction -> {
            List<StoredPolicy> all = new ArrayList<>(policies().lockAll(transaction));
            looked.countDown();
            await(read);
            publishSecond(transaction, all);
            return all.stream().map(StoredPolicy::version).toList();
        });
    }

    private void publishSecond(Transaction transaction, List<StoredPolicy> all) {
        StoredPolicy second = policy("2", 2);
        assertEquals(Publication.STORED_NOW, policies().publish(transaction, second));
        all.add(second);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}

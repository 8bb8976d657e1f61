package org.privacyrules.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.coverage.Mission;
import org.privacyrules.decision.Reason;
import org.privacyrules.document.PolicyDocument;
import org.privacyrules.document.StoredPolicy;
import org.privacyrules.fact.Fact;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.PrivacyException;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.policy.ContentHash;
import org.privacyrules.policy.LocalText;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.subject.SubjectId;

/** Which version of the policy is in force on nodes with different jars. */
public abstract class RolloutContract extends StoreContract {

    private static final PrivacyPolicy FIRST = Fixture.policy("1", Fixture.START, 1);
    private static final PrivacyPolicy SECOND = Fixture.policy("2", Fixture.SECOND_VERSION, 2);
    private static final Instant THIRD_VERSION = Fixture.SECOND_VERSION.plus(Duration.ofDays(31));

    /** Makes the suite. */
    protected RolloutContract() {}

    private PrivacyRules.Builder node(PrivacyPolicy... offered) {
        PrivacyRules.Builder node =
                PrivacyRules.builder().tenant(tenant.name()).storage(storage()).clock(clock);
        List.of(offered).forEach(node::policy);
        return node;
    }

    private PrivacyRules published(PrivacyPolicy... offered) {
        return node(offered).publishOnStart().build();
    }

    private void refused(String code, PrivacyRules.Builder node) {
        List<StoredPolicy> before = store().policies().all();
        RefusedException refused = assertThrows(RefusedException.class, node::build);
        assertEquals(code, refused.code());
        assertEquals(before, store().policies().all());
    }

    private List<String> stored() {
        return store().policies().all().stream().map(StoredPolicy::version).toList();
    }

    private void store(StoredPolicy policy) {
        store().transactions().inTransaction(transaction -> store().policies().publish(transaction, policy));
    }

    private StoredPolicy stored(PrivacyPolicy policy) {
        return new StoredPolicy(
                policy.version(),
                policy.effectiveFrom(),
                PolicyDocument.hash(policy),
                PolicyDocument.write(policy),
                clock.instant());
    }

    @Test
    void a_node_does_not_begin_anew_unasked() {
        refused("POLICY_NOT_PUBLISHED", node(FIRST));
        refused("POLICY_NOT_PUBLISHED", node());
        refused("POLICY_NOT_PUBLISHED", node().publishOnStart());
        String message =
                assertThrows(RefusedException.class, node(FIRST)::build).getMessage();
        assertTrue(message.contains("\"1\"") && message.contains(".publishOnStart()"), message);
    }

    @Test
    @Mission("M3")
    void what_is_published_is_stored_and_in_force_on_every_node() {
        published(SECOND, FIRST);
        assertEquals(List.of("1", "2"), stored());
        assertEquals(clock.instant(), store().policies().all().get(0).publishedAt());
        for (PrivacyRules node :
                List.of(node(FIRST, SECOND).build(), node(FIRST).build(), node().build())) {
            assertEquals("1", node.policy().version());
            assertEquals("2", node.policies().inForceAt(Fixture.SECOND_VERSION).version());
        }
    }

    @Test
    void publishing_again_changes_nothing() {
        published(FIRST);
        List<StoredPolicy> before = store().policies().all();
        clock.advance(Duration.ofDays(1));
        published(FIRST);
        assertEquals(before, store().policies().all());
    }

    @Test
    @Mission("M3")
    void a_changed_policy_needs_a_new_version_name() {
        published(FIRST);
        PrivacyPolicy changed = Fixture.policy("1", Fixture.START, 2);
        refused("POLICY_CHANGED", node(changed));
        refused("POLICY_CHANGED", node(changed).publishOnStart());
        refused("POLICY_CHANGED", node(changed, SECOND).publishOnStart());
    }

    @Test
    void a_new_version_is_not_published_unasked() {
        published(FIRST);
        refused("POLICY_NOT_PUBLISHED", node(FIRST, SECOND));
    }

    @Test
    @Mission("M3")
    void a_new_version_starts_after_those_that_are_stored() {
        published(SECOND);
        refused("POLICY_BACKDATED", node(FIRST, SECOND).publishOnStart());
        PrivacyPolicy sameStart = Fixture.policy("2b", Fixture.SECOND_VERSION, 2);
        assertThrows(InvalidInputException.class, () -> published(sameStart));
        assertEquals(List.of("2"), stored());
    }

    @Test
    void what_other_nodes_could_not_read_is_not_published() {
        PrivacyPolicy bell = PrivacyPolicy.builder()
                .version("1")
                .effectiveFrom(Fixture.START)
                .zone(ZoneOffset.UTC)
                .securityMeasures(LocalText.of("a bell: \u0007"))
                .build();
        refused("POLICY_UNREADABLE", node(bell).publishOnStart());
    }

    @Test
    void versions_that_do_not_go_together_are_published_neither_all_nor_in_part() {
        published(FIRST);
        PrivacyPolicy oldText = Fixture.policy("3", THIRD_VERSION, 1);
        assertThrows(InvalidInputException.class, () -> published(FIRST, SECOND, oldText));
        assertEquals(List.of("1"), stored());
        published(SECOND);
        assertThrows(InvalidInputException.class, () -> published(oldText));
        assertEquals(List.of("1", "2"), stored());
    }

    @Test
    @Mission("M3")
    void an_old_jar_that_restarts_after_a_new_one_runs_with_what_the_new_one_has_published() {
        published(FIRST);
        published(FIRST, SECOND);
        PrivacyRules old = node(FIRST).build();
        clock.set(Fixture.SECOND_VERSION);
        assertEquals("2", old.policy().version());
    }

    @Test
    @Mission("M3")
    void a_node_that_runs_takes_over_what_another_one_has_published() {
        PrivacyRules old = published(FIRST);
        SubjectId alice = subject("alice");
        old.subjects().report(alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        clock.set(Fixture.SECOND_VERSION.minus(Duration.ofDays(1)));
        old.consents().give(alice, "tracking", Fixture.shown(Fixture.shownText(old, "tracking", clock)));
        PrivacyRules young = published(FIRST, SECOND);
        clock.set(Fixture.SECOND_VERSION);
        assertEquals(Reason.OUTDATED, young.decisions().check(alice, "tracking").reason());
        assertEquals(
                Reason.CONSENT_STANDS, old.decisions().check(alice, "tracking").reason());
        assertTrue(old.reloadPolicies());
        assertEquals(Reason.OUTDATED, old.decisions().check(alice, "tracking").reason());
        old.consents().withdraw(alice, "tracking", Fixture.said());
        assertEquals("2", history(alice).get(2).entry().policyVersion());
    }

    @Test
    void a_reload_without_news_changes_nothing_and_known_versions_stay_the_same_objects() {
        PrivacyRules old = published(FIRST);
        PrivacyPolicy known = old.policy();
        assertFalse(old.reloadPolicies());
        published(FIRST, SECOND);
        assertTrue(old.reloadPolicies());
        assertSame(known, old.policy());
        assertFalse(old.reloadPolicies());
    }

    @Test
    void a_version_that_this_library_cannot_read_is_told_and_a_node_that_runs_goes_on() {
        PrivacyRules old = published(FIRST);
        store(new StoredPolicy(
                "2",
                Fixture.SECOND_VERSION,
                ContentHash.of("new"),
                PolicyDocument.write(SECOND).replace("\"format\": 1", "\"format\": 2"),
                clock.instant()));
        RefusedException unknown = assertThrows(RefusedException.class, old::reloadPolicies);
        assertEquals("POLICY_FORMAT_UNKNOWN", unknown.code());
        assertTrue(unknown.getMessage().contains("\"2\""), unknown.getMessage());
        refused("POLICY_FORMAT_UNKNOWN", node(FIRST));
        assertEquals(FIRST, old.policy());
    }

    @Test
    void a_damaged_version_is_told() {
        String document = PolicyDocument.write(FIRST);
        store(new StoredPolicy("2", Fixture.START, ContentHash.of(document), document, clock.instant()));
        assertEquals(
                "CORRUPT_POLICY",
                assertThrows(PrivacyException.class, node()::build).code());
    }

    @Test
    void stored_versions_that_do_not_go_together_are_told_and_a_node_that_runs_goes_on() {
        PrivacyRules old = published(FIRST, SECOND);
        store(stored(Fixture.policy("3", THIRD_VERSION, 1)));
        assertThrows(InvalidInputException.class, old::reloadPolicies);
        assertThrows(InvalidInputException.class, node()::build);
        assertEquals("2", old.policies().inForceAt(THIRD_VERSION).version());
    }

    @Test
    void racing_nodes_with_the_same_jar_all_start() {
        List<String> versions =
                Race.of(4, thread -> published(FIRST, SECOND).policy().version(), 1);
        assertEquals(List.of("1", "1", "1", "1"), versions);
        assertEquals(List.of("1", "2"), stored());
    }

    @Test
    void of_racing_nodes_with_two_contents_of_a_version_one_starts() {
        published(FIRST);
        List<PrivacyPolicy> contents = List.of(SECOND, Fixture.policy("2", Fixture.SECOND_VERSION, 3));
        List<String> answers = Race.of(2, thread -> answer(FIRST, contents.get(thread)), 1);
        assertEquals(
                List.of("POLICY_CHANGED", "started"), answers.stream().sorted().toList());
        assertEquals(List.of("1", "2"), stored());
    }

    @Test
    void of_racing_nodes_whose_versions_do_not_go_together_one_starts() {
        published(FIRST);
        List<PrivacyPolicy> versions = List.of(SECOND, Fixture.policy("3", THIRD_VERSION, 1));
        List<String> answers = Race.of(2, thread -> answer(versions.get(thread)), 1);
        assertEquals(1, answers.stream().filter("started"::equals).count(), answers.toString());
        assertEquals(2, stored().size());
    }

    @Test
    void what_another_node_publishes_while_this_one_waits_counts() throws Exception {
        published(FIRST);
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread other = new Thread(() -> answer.complete(answer(Fixture.policy("3", THIRD_VERSION, 1))));
        store().transactions().inTransaction(transaction -> {
            store().policies().lockAll(transaction);
            other.start();
            assertItWaits(other);
            return store().policies().publish(transaction, stored(SECOND));
        });
        assertEquals("INVALID_INPUT", answer.get(30, TimeUnit.SECONDS));
        assertEquals(List.of("1", "2"), stored());
    }

    private static void assertItWaits(Thread thread) {
        try {
            thread.join(400);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
        assertTrue(thread.isAlive(), "it did not wait");
    }

    private String answer(PrivacyPolicy... offered) {
        try {
            published(offered);
            return "started";
        } catch (PrivacyException e) {
            return e.code();
        }
    }

    @Test
    void reloads_that_race_with_publications_lose_no_version() {
        PrivacyRules node = published(FIRST);
        List<Boolean> answers = Race.of(
                4,
                thread -> {
                    if (thread == 0) {
                        published(SECOND);
                    }
                    boolean changed = node.reloadPolicies();
                    return changed || thread == 0;
                },
                5);
        assertTrue(answers.contains(true));
        assertEquals("2", node.policies().inForceAt(Fixture.SECOND_VERSION).version());
    }
}

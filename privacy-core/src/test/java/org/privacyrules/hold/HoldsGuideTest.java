package org.privacyrules.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.Storage;
import org.privacyrules.contract.Fixture;
import org.privacyrules.decision.Decision;
import org.privacyrules.decision.Reason;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.Permit;
import org.privacyrules.subject.Permits;
import org.privacyrules.subject.SubjectId;

/** The guide shows code that is run. */
class HoldsGuideTest {

    private static final Path GUIDE = Path.of("../docs/holds.md");
    private static final Path SOURCE = Path.of("src/test/java/org/privacyrules/hold/HoldsGuideTest.java");

    private static final PrivacyPolicy POLICY = Fixture.policy("1", Instant.parse("2020-01-01T00:00:00Z"), 1);
    private static final SubjectId SUBJECT = SubjectId.of("customer-4711");

    private record Shown(PrivacyRules privacy, OperationId hold, List<Hold> ofSubject, List<Hold> due, Permit permit) {}

    private static Shown holds(PrivacyPolicy policy, Storage storage, SubjectId subject) {
        // guide: begin
        Permits permits = Permits.create(); // once; keep it where only your administration comes to it
        PrivacyRules privacy = PrivacyRules.builder()
                .tenant("my-company")
                .policy(policy)
                .publishOnStart()
                .storage(storage)
                .permits(permits)
                .build();

        HoldScope scope = HoldScope.of(subject);
        LocalDate review = LocalDate.of(2027, 1, 31);
        OperationId hold = privacy.holds()
                .place("case 2026/17", scope, "the claim of 3 May", review, Actor.staff("legal-7"))
                .operation(); // the id of the command is the id of the hold

        List<Hold> ofSubject = privacy.holds().of(subject); // also those on a category or on everything
        List<Hold> due = privacy.holds().dueForReview(); // somebody has to look at these today

        Permit permit = permits.give(Permit.Action.RELEASE_HOLD, Actor.staff("legal-7"), "the case is closed");
        privacy.holds().release(hold, permit);
        // guide: end
        return new Shown(privacy, hold, ofSubject, due, permit);
    }

    private static Decision restriction(PrivacyRules privacy, SubjectId subject) {
        // guide: begin
        privacy.restrictions().place(subject, RestrictionEvent.Ground.ACCURACY_CONTESTED, Actor.staff("support-7"));
        Decision decision = privacy.decisions().check(subject, "invoicing"); // denied: RESTRICTED
        privacy.restrictions().lift(subject, Actor.staff("support-7"));
        // guide: end
        return decision;
    }

    private static Shown holds() {
        return holds(POLICY, MemoryStorage.create(), SUBJECT);
    }

    @Test
    void the_hold_of_the_guide_stands_until_it_is_released() {
        Shown shown = holds();
        Hold hold = shown.ofSubject().get(0);
        assertEquals(shown.hold(), hold.id());
        assertEquals(LocalDate.of(2027, 1, 31), hold.reviewOn());
        assertTrue(List.of(hold).containsAll(shown.due()), "due or not, by the day of the test");
        assertEquals(List.of(), shown.privacy().holds().active());
        assertThrows(RefusedException.class, () -> shown.privacy().holds().release(shown.hold(), shown.permit()));
    }

    @Test
    void the_restriction_of_the_guide_denies() {
        Decision decision = restriction(holds().privacy(), SUBJECT);
        assertEquals(Reason.RESTRICTED, decision.reason());
    }

    @Test
    void the_guide_shows_the_code_that_is_run_here() throws IOException {
        List<String> code =
                parts(Files.readString(SOURCE), "// guide: begin\n((?: {8}[^\n]*\n|\n)*?) *// guide: end").stream()
                        .map(each -> each.stripTrailing().stripIndent() + "\n")
                        .toList();
        assertEquals(2, code.size());
        assertEquals(code, parts(Files.readString(GUIDE), "```java\n(.*?)```"));
    }

    private static List<String> parts(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}

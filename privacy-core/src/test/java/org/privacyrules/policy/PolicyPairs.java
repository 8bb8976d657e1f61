package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.privacyrules.calendar.RetentionTerm;

/** Two versions of a small policy that differ in what a test says. */
final class PolicyPairs {

    static final RetentionTerm TERM = RetentionTerm.from("ended").plus(Period.ofYears(1));
    static final ConsentText TEXT = ConsentText.of(1, "en", "May we tell you of products?");
    static final ConsentTerms TERMS = ConsentTerms.of(TEXT);
    static final Consumer<PolicyBuilder> NOTHING_MORE = draft -> {};

    private PolicyPairs() {}

    static PolicyBuilder draft() {
        return PrivacyPolicy.builder()
                .version("1")
                .effectiveFrom(LocalDate.of(2026, 1, 1))
                .zone(ZoneId.of("Europe/Stockholm"))
                .subjectKind("customer", "You have a contract with us.")
                .subjectKind("visitor", "You look at our site.")
                .event("ended", "your contract ended")
                .event("closed", "your case was closed")
                .category("contact-details", c -> c.describedAs("How we reach you."))
                .category("usage", c -> c.describedAs("What you do."))
                .recipient(Recipient.of("printer", "A company that prints.", Recipient.Role.PROCESSOR, "SE"))
                .recipient(Recipient.of("mailer", "A company that mails.", Recipient.Role.PROCESSOR, "IE"));
    }

    static PolicyDiff drafts(Consumer<PolicyBuilder> before, Consumer<PolicyBuilder> after) {
        PolicyBuilder one = draft();
        before.accept(one);
        PolicyBuilder other = draft();
        after.accept(other);
        return PolicyDiff.between(one.build(), other.build());
    }

    static void purpose(PolicyBuilder draft, Consumer<PurposeBuilder> description) {
        draft.purpose(
                "news",
                p -> description.accept(p.describedAs("To tell you of products.")
                        .carriedBy("customer")
                        .uses("contact-details")
                        .kept(TERM)));
    }

    static PolicyDiff purposes(Consumer<PurposeBuilder> before, Consumer<PurposeBuilder> after) {
        return drafts(draft -> purpose(draft, before), draft -> purpose(draft, after));
    }

    static PolicyDiff bases(LawfulBasis before, LawfulBasis after) {
        return purposes(p -> p.basis(before), p -> p.basis(after));
    }

    static PolicyDiff consents(ConsentTerms before, ConsentTerms after) {
        return purposes(p -> p.consent(before), p -> p.consent(after));
    }

    static PolicyDiff categories(Consumer<CategoryBuilder> before, Consumer<CategoryBuilder> after) {
        return drafts(
                draft -> draft.category("number", c -> before.accept(c.describedAs("Your number."))),
                draft -> draft.category("number", c -> after.accept(c.describedAs("Your number."))));
    }

    static PolicyDiff recipients(Recipient before, Recipient after) {
        return drafts(draft -> draft.recipient(before), draft -> draft.recipient(after));
    }

    /** The changes as their paths and materiality. */
    static List<String> all(PolicyDiff diff) {
        return diff.changes().stream().map(PolicyChange::toString).toList();
    }

    static String only(PolicyDiff diff) {
        assertEquals(1, diff.changes().size(), diff.changes().toString());
        return diff.changes().get(0).toString();
    }

    static String why(PolicyDiff diff) {
        only(diff);
        return diff.changes().get(0).why();
    }
}

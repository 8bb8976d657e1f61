package org.privacyrules.examples.glesys;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.privacyrules.PrivacyRules;
import org.privacyrules.consent.Evidence;
import org.privacyrules.decision.Decision;
import org.privacyrules.decision.Use;
import org.privacyrules.failure.PrivacyException;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/** One piece of the tour. It opens at its own time and tells what happens then. */
abstract class Chapter {

    static final String POLICY_DAY = "2018-05-07T";
    static final String GDPR_EVE = "2018-05-24T";
    static final String GDPR_DAY = "2018-05-25T";

    final PrivacyRules privacy;
    final Company company;
    final Console console;

    private final Expectations expectations;
    private final String title;
    private final LocalDateTime opensAt;

    Chapter(Scene scene, String title, String opensAt) {
        this.privacy = scene.company().privacy();
        this.company = scene.company();
        this.console = scene.console();
        this.expectations = scene.expectations();
        this.title = title;
        this.opensAt = LocalDateTime.parse(opensAt);
    }

    final void open(int number) {
        company.clock().moveTo(opensAt);
        console.chapter(number, title, opensAt);
        tell();
    }

    abstract void tell();

    final void expect(Promise promise, String sentence, boolean condition) {
        expectations.expect(promise, sentence, condition);
    }

    final void minutesPass(int minutes) {
        company.clock().pass(Duration.ofMinutes(minutes));
    }

    final Decision check(Customer customer, String purpose) {
        return privacy.decisions().check(customer.subject(), purpose);
    }

    final boolean permits(SubjectId subject, String purpose) {
        return privacy.decisions().check(subject, purpose).permitted();
    }

    final boolean permits(SubjectId subject, Use use) {
        return privacy.decisions().check(subject, use).permitted();
    }

    /** What the library says when it refuses a command or a use, printed; empty if it did not refuse. */
    final Optional<PrivacyException> refusalOf(Runnable command) {
        try {
            command.run();
            return Optional.empty();
        } catch (PrivacyException refusal) {
            console.quote(refusal.code() + ": " + refusal.getMessage());
            return Optional.of(refusal);
        }
    }

    final boolean refusedAs(String code, Runnable command) {
        return refusalOf(command).filter(refusal -> refusal.code().equals(code)).isPresent();
    }

    static Evidence shown(ConsentText text, Customer customer, String form) {
        return Evidence.webForm(form, text.forLocale(customer.language()), Actor.subject());
    }

    static Evidence onPage(String form) {
        return Evidence.of(Evidence.Channel.WEB_FORM, form, Actor.subject());
    }
}

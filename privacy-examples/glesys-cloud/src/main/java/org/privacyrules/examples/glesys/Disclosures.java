package org.privacyrules.examples.glesys;

import java.util.ArrayList;
import java.util.List;
import org.privacyrules.decision.Decision;
import org.privacyrules.decision.NotPermittedException;
import org.privacyrules.decision.Reason;
import org.privacyrules.decision.Use;
import org.privacyrules.fact.Fact;
import org.privacyrules.subject.SubjectId;

/** Who may see what: each use is checked against the categories and the recipients that its purpose declares. */
final class Disclosures extends Chapter {

    private final Customer swede = company.cast().fromSweden();
    private final Customer foreigner = company.cast().fromAbroad();
    private final SubjectId follower = SubjectId.of("social-8842");
    private final List<Decision> asked = new ArrayList<>();
    private final List<Runnable> expectations = new ArrayList<>();

    Disclosures(Scene scene) {
        super(scene, "Who may see what", GDPR_DAY + "16:00");
    }

    @Override
    void tell() {
        privacy.subjects()
                .report(follower, "follower", Fact.since(company.clock().today()));
        recipients();
        personalNumbers();
        otherUses();
        answers();
        requiredInCode();
        misspelt();
    }

    private void recipients() {
        Decision card = ask(swede.subject(), Use.of(Purposes.PAYMENT).disclosingTo("payment-partner"));
        Decision taxes = ask(swede.subject(), Use.of(Purposes.INVOICING).disclosingTo("tax-authority"));
        Decision leak = ask(swede.subject(), Use.of(Purposes.INVOICING).disclosingTo("marketing-tools"));
        Decision network = ask(swede.subject(), Use.of(Purposes.SUPPORT).disclosingTo("social-network"));
        expectation(
                Promise.M26,
                "A payment goes to the payment partner, and an audit to the tax authority",
                permitted(card, taxes));
        expectation(
                Promise.M26,
                "Invoices do not go to the marketing tools, nor support cases to a social network",
                denied(Reason.RECIPIENT_NOT_DECLARED, leak, network));
    }

    private void personalNumbers() {
        Use invoicing = Use.of(Purposes.INVOICING).withCategory(DataCategories.PERSONAL_NUMBER);
        Use news = Use.of(Purposes.PRODUCT_NEWS).withCategory(DataCategories.PERSONAL_NUMBER);
        Decision inSweden = ask(swede.subject(), invoicing);
        Decision abroad = ask(foreigner.subject(), invoicing);
        Decision marketing = ask(swede.subject(), news);
        expectation(
                Promise.M5,
                "A personal number is used for customers in Sweden, and for them only",
                permitted(inSweden) && denied(Reason.COUNTRY_NOT_COVERED, abroad));
        expectation(
                Promise.M5, "Marketing does not get it from anybody", denied(Reason.CATEGORY_NOT_DECLARED, marketing));
    }

    private void otherUses() {
        Decision help =
                ask(swede.subject(), Use.of(Purposes.ACCOUNT_SECURITY).withCategory(DataCategories.ACCOUNT_ACTIVITY));
        Decision mining =
                ask(swede.subject(), Use.of(Purposes.PRODUCT_NEWS).withCategory(DataCategories.ACCOUNT_ACTIVITY));
        Decision answer = ask(follower, Use.of(Purposes.SOCIAL_MEDIA).withCategory(DataCategories.SOCIAL_PROFILE));
        Decision harvest = ask(follower, Use.of(Purposes.PRODUCT_NEWS).withCategory(DataCategories.SOCIAL_PROFILE));
        expectation(
                Promise.M26,
                "Who changed an account is used to protect it, and not to sell",
                permitted(help) && denied(Reason.CATEGORY_NOT_DECLARED, mining));
        expectation(
                Promise.M17,
                "A profile from a social network is used to answer there, and feeds no campaign",
                permitted(answer) && denied(Reason.CATEGORY_NOT_DECLARED, harvest));
        expectation(
                Promise.M14,
                "Following us on a network makes nobody a customer",
                harvest.reasons().contains(Reason.NO_RELATION));
    }

    private void expectation(Promise promise, String sentence, boolean condition) {
        expectations.add(() -> expect(promise, sentence, condition));
    }

    private Decision ask(SubjectId subject, Use use) {
        Decision decision = privacy.decisions().check(subject, use);
        asked.add(decision);
        return decision;
    }

    private static boolean permitted(Decision... decisions) {
        return List.of(decisions).stream().allMatch(Decision::permitted);
    }

    private static boolean denied(Reason reason, Decision... decisions) {
        return List.of(decisions).stream().allMatch(decision -> decision.reason() == reason);
    }

    private void answers() {
        console.text("Colleagues and their programs ask before they use or pass on data:");
        asked.forEach(decision -> console.quote(decision.explanation()));
        expectations.forEach(Runnable::run);
    }

    private void requiredInCode() {
        console.text("Code that must not go on without permission says “require”:");
        Use leak = Use.of(Purposes.INVOICING).disclosingTo("marketing-tools");
        expect(
                Promise.M26,
                "It is stopped by an exception with a stable code and without personal data",
                refusalOf(() -> privacy.decisions().require(swede.subject(), leak))
                        .filter(refusal -> refusal instanceof NotPermittedException)
                        .filter(refusal -> refusal.code().equals("RECIPIENT_NOT_DECLARED"))
                        .filter(refusal ->
                                !refusal.toString().contains(swede.subject().reveal()))
                        .isPresent());
    }

    private void misspelt() {
        console.text("A recipient that the policy does not know is no quiet no, but a mistake that is heard:");
        expect(
                Promise.M26,
                "A misspelt recipient is an error that names the nearest one",
                refusedAs(
                        "UNKNOWN_RECIPIENT",
                        () -> privacy.decisions()
                                .check(swede.subject(), Use.of(Purposes.PAYMENT).disclosingTo("payment-partners"))));
    }
}

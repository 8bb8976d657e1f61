package org.privacyrules.examples.glesys;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.privacyrules.decision.Decision;
import org.privacyrules.decision.SubjectDecisions;
import org.privacyrules.fact.Fact;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.policy.Purpose;
import org.privacyrules.subject.SubjectId;

/** New customers sign up. They are shown the policy, and that is all: no box was ticked for them. */
final class SigningUp extends Chapter {

    private static final int FIRST_NUMBER = 10_000_001;

    SigningUp(Scene scene) {
        super(scene, "Three people sign up", GDPR_DAY + "08:00");
    }

    @Override
    void tell() {
        List<Person> newcomers = Stream.of(FIRST_NUMBER, FIRST_NUMBER + 1, FIRST_NUMBER + 2)
                .map(People::person)
                .toList();
        newcomers.forEach(this::signUp);
        listed(newcomers);
        expectNoticeShown(newcomers);
        expectNoConsent(SubjectId.of(newcomers.get(0).key()));
        whoHasNotMetIt();
    }

    private void signUp(Person person) {
        SubjectId subject = SubjectId.of(person.key());
        insert(person);
        privacy.subjects()
                .report(subject, "customer", Fact.since(company.clock().today()));
        privacy.subjects().reportCountry(subject, person.address().country());
        privacy.subjects().reportNoticeShown(subject);
        minutesPass(3);
    }

    private void insert(Person person) {
        company.database()
                .update(
                        "INSERT INTO customer (id, subject_key, given_name, family_name, email, street, postal_code, city,"
                                + " country, signed_up_on, choice_offered_on)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        person.number(),
                        person.key(),
                        person.givenName(),
                        person.familyName(),
                        person.email(),
                        person.address().street(),
                        person.address().postalCode(),
                        person.address().city(),
                        person.address().country(),
                        company.clock().today(),
                        company.clock().today());
    }

    private void listed(List<Person> newcomers) {
        console.text("Each is shown the policy before the form is sent. That is recorded with its version; it is no"
                + " consent, and no consent follows from it.");
        Table table = Table.of("new customer", "lives in", "was shown the policy of", "may be tracked?");
        newcomers.forEach(person -> table.row(
                person.name(),
                person.address().country(),
                versionShownTo(SubjectId.of(person.key())),
                check(SubjectId.of(person.key()), Purposes.USAGE_TRACKING).reason()));
        console.table(table);
    }

    private Decision check(SubjectId subject, String purpose) {
        return privacy.decisions().check(subject, purpose);
    }

    private String versionShownTo(SubjectId subject) {
        return privacy.decisions().of(subject).known().fact(FactEvent.NOTICE).value();
    }

    private void expectNoticeShown(List<Person> newcomers) {
        expect(
                Promise.M1,
                "All three are on record as having been shown version " + CompanyPolicy.VERSION,
                newcomers.stream()
                        .allMatch(
                                each -> versionShownTo(SubjectId.of(each.key())).equals(CompanyPolicy.VERSION)));
    }

    private void expectNoConsent(SubjectId newcomer) {
        SubjectDecisions answers = privacy.decisions().of(newcomer);
        Stream.of(
                        Purposes.CUSTOMER_ACCOUNT,
                        Purposes.INVOICING,
                        Purposes.PRODUCT_NEWS,
                        Purposes.USAGE_TRACKING,
                        Purposes.NEWSLETTER)
                .map(answers::check)
                .forEach(decision -> console.quote(decision.explanation()));
        expect(
                Promise.M1,
                "Signing up is no consent: every purpose that needs one is denied",
                purposesOnConsent().noneMatch(purpose -> answers.check(purpose).permitted()));
        expect(
                Promise.M1,
                "What the contract and the law need is permitted without one",
                answers.check(Purposes.CUSTOMER_ACCOUNT).permitted()
                        && answers.check(Purposes.INVOICING).permitted());
    }

    private Stream<String> purposesOnConsent() {
        return privacy.policies().inForceAt(company.clock().instant()).purposes().values().stream()
                .filter(purpose -> purpose.consentTerms().isPresent())
                .map(Purpose::name);
    }

    private void whoHasNotMetIt() {
        long notYet = company.customers().stream()
                .filter(customer -> !customer.hasLeft())
                .filter(customer -> !versionShownTo(customer.subject()).equals(CompanyPolicy.VERSION))
                .count();
        console.text(String.format(
                Locale.ROOT, "%,d customers have not met this version yet: they will when they sign in.", notYet));
        expect(
                Promise.M1,
                "It is known who has not met the current version",
                notYet
                        == company.customers().stream()
                                        .filter(customer -> !customer.hasLeft())
                                        .count()
                                - 3);
    }
}

package org.privacyrules.examples.glesys;

import java.util.List;
import java.util.Locale;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.consent.Evidence;
import org.privacyrules.decision.Decision;
import org.privacyrules.decision.GlobalPrivacyControl;
import org.privacyrules.decision.Reason;
import org.privacyrules.decision.Use;
import org.privacyrules.fact.Fact;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/** Visitors answer the cookie question without an account, and take the answer along when they sign in. */
final class Visitors extends Chapter {

    private static final ConsentText TEXT = CompanyPolicy.question(Purposes.USAGE_TRACKING);
    private static final Evidence BANNER =
            Evidence.webForm("cookie-banner", TEXT.forLocale(Locale.ENGLISH), Actor.subject());
    private static final Evidence SIGN_IN = Evidence.of(Evidence.Channel.WEB_FORM, "sign-in", Actor.system("sign-in"));

    Visitors(Scene scene) {
        super(scene, "Visitors and their cookies", GDPR_DAY + "10:30");
    }

    @Override
    void tell() {
        noIsTakenAlong();
        yesFillsAGap();
        yesOverridesNothing();
        browserSaysNo();
    }

    private SubjectId visitor(String key) {
        SubjectId visitor = SubjectId.of("visitor-" + key);
        privacy.subjects().report(visitor, "visitor", Fact.since(company.clock().today()));
        return visitor;
    }

    private void noIsTakenAlong() {
        console.text("A visitor says no to the cookies, then signs in to an account that had said yes before.");
        Customer customer = company.cast().fromSweden();
        privacy.consents().give(customer.subject(), Purposes.USAGE_TRACKING, shown(TEXT, customer, "preferences"));
        minutesPass(1);
        SubjectId visitor = visitor("5f1c");
        privacy.consents().refuse(visitor, Purposes.USAGE_TRACKING, BANNER);
        privacy.consents().merge(visitor, customer.subject(), SIGN_IN);
        Decision decision = told(customer.subject(), Use.of(Purposes.USAGE_TRACKING));
        expect(Promise.M15, "The newer no counts for the account", decision.reason() == Reason.REFUSED);
        expect(
                Promise.M15,
                "The no stays with the browser too: signed out again, nobody is tracked",
                status(visitor) == ConsentStatus.REFUSED);
    }

    private void yesFillsAGap() {
        console.text("A visitor says yes, then signs in to an account that was never asked.");
        SubjectId account = newcomer(20_000_004);
        SubjectId visitor = visitor("a90b");
        privacy.consents().give(visitor, Purposes.USAGE_TRACKING, BANNER);
        privacy.consents().merge(visitor, account, SIGN_IN);
        Decision decision = told(account, Use.of(Purposes.USAGE_TRACKING));
        expect(Promise.M15, "The yes is carried over", decision.reason() == Reason.CONSENT_STANDS);
        expect(
                Promise.M15,
                "It is used up: whoever sits at the browser next is asked anew",
                status(visitor) == ConsentStatus.UNKNOWN);
    }

    private ConsentStatus status(SubjectId subject) {
        return privacy.decisions().of(subject).consentStatus(Purposes.USAGE_TRACKING);
    }

    private void yesOverridesNothing() {
        console.text("A visitor says yes, then signs in to an account that had said no.");
        SubjectId account = newcomer(20_000_005);
        privacy.consents().refuse(account, Purposes.USAGE_TRACKING, onPage("preferences"));
        minutesPass(1);
        SubjectId visitor = visitor("77e2");
        privacy.consents().give(visitor, Purposes.USAGE_TRACKING, BANNER);
        privacy.consents().merge(visitor, account, SIGN_IN);
        Decision decision = told(account, Use.of(Purposes.USAGE_TRACKING));
        expect(
                Promise.M15,
                "The account's own no stays, although the yes is newer",
                decision.reason() == Reason.REFUSED);
    }

    private SubjectId newcomer(int number) {
        SubjectId account = SubjectId.of(People.person(number).key());
        privacy.subjects()
                .report(account, "customer", Fact.since(company.clock().today()));
        return account;
    }

    private void browserSaysNo() {
        console.text("A visitor has said yes, but today the browser sends “Sec-GPC: 1” with the request.");
        SubjectId visitor = visitor("c3d4");
        privacy.consents().give(visitor, Purposes.USAGE_TRACKING, BANNER);
        GlobalPrivacyControl signal = GlobalPrivacyControl.ofHeader(List.of("1"));
        Decision decision = told(visitor, Use.of(Purposes.USAGE_TRACKING).withSignal(signal));
        expect(
                Promise.M15,
                "Global Privacy Control is honoured: no tracking, no sharing",
                decision.reason() == Reason.GLOBAL_PRIVACY_CONTROL);
        expect(
                Promise.M16,
                "The logs that a server needs are kept all the same: address and kind of device, linkable at most",
                permits(
                        visitor,
                        Use.of(Purposes.INFRASTRUCTURE_LOGS)
                                .withCategory(DataCategories.DEVICE_TYPE)
                                .withSignal(signal)));
        expect(
                Promise.M16,
                "The same device type is no material for tracking without consent",
                !permits(visitor("0e5a"), Use.of(Purposes.USAGE_TRACKING).withCategory(DataCategories.DEVICE_TYPE)));
    }

    private Decision told(SubjectId subject, Use use) {
        Decision decision = privacy.decisions().check(subject, use);
        console.quote(decision.explanation());
        return decision;
    }
}

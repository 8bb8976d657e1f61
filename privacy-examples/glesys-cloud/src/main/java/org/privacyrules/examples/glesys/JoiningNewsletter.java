package org.privacyrules.examples.glesys;

import java.util.Locale;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.Evidence.Channel;
import org.privacyrules.decision.Decision;
import org.privacyrules.decision.Reason;
import org.privacyrules.fact.Fact;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/** Somebody who is no customer asks for the newsletter. Anyone can type an address, so its owner has to confirm. */
final class JoiningNewsletter extends Chapter {

    private final SubjectId reader = SubjectId.of(People.person(20_000_003).key());

    JoiningNewsletter(Scene scene) {
        super(scene, "The newsletter asks twice", GDPR_DAY + "09:45");
    }

    @Override
    void tell() {
        console.text("An address is typed into the form on the front page. A mail with a link goes there, and nothing"
                + " else, until the link is followed.");
        privacy.subjects()
                .report(reader, "subscriber", Fact.since(company.clock().today()));
        String text = CompanyPolicy.question(Purposes.NEWSLETTER).forLocale(Locale.ENGLISH);
        privacy.consents().give(reader, Purposes.NEWSLETTER, Evidence.webForm("front-page", text, Actor.subject()));
        Decision typed = told();
        minutesPass(12);
        Evidence link = Evidence.of(Channel.EMAIL, "confirmation-link", Actor.subject());
        privacy.consents().confirm(reader, Purposes.NEWSLETTER, link);
        Decision confirmed = told();
        minutesPass(30);
        privacy.consents()
                .withdraw(reader, Purposes.NEWSLETTER, Evidence.of(Channel.EMAIL, "unsubscribe", Actor.subject()));
        privacy.consents().confirm(reader, Purposes.NEWSLETTER, link);
        Decision left = told();
        expect(
                Promise.M10,
                "Nobody gets the newsletter by a typed address alone",
                typed.reason() == Reason.PENDING_CONFIRMATION);
        expect(Promise.M10, "The second act makes the consent", confirmed.reason() == Reason.CONSENT_STANDS);
        expect(
                Promise.M10,
                "“Unsubscribe” ends it, and following the old link once more does not bring it back",
                left.reason() == Reason.WITHDRAWN);
    }

    private Decision told() {
        Decision decision = privacy.decisions().check(reader, Purposes.NEWSLETTER);
        console.quote(decision.explanation());
        return decision;
    }
}

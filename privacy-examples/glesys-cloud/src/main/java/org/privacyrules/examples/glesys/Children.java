package org.privacyrules.examples.glesys;

import java.time.LocalDate;
import java.util.Locale;
import org.privacyrules.consent.Evidence;
import org.privacyrules.decision.Reason;
import org.privacyrules.fact.Fact;
import org.privacyrules.policy.AgesOfConsent;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/** Children run servers, too. Below the age of consent of their country a guardian answers for them (Art. 8 GDPR). */
final class Children extends Chapter {

    private static final AgesOfConsent AGES = AgesOfConsent.europeanEconomicArea();
    private static final LocalDate BORN_ON = LocalDate.of(2004, 6, 1);

    private final SubjectId inSweden = child(20_000_006, "SE");
    private final SubjectId inGermany = child(20_000_007, "DE");

    Children(Scene scene) {
        super(scene, "A child asks for an account", GDPR_DAY + "11:30");
    }

    private SubjectId child(int number, String country) {
        SubjectId child = SubjectId.of(People.person(number).key());
        privacy.subjects().report(child, "customer", Fact.since(company.clock().today()));
        privacy.subjects().reportCountry(child, country);
        privacy.subjects().reportOfAgeFrom(child, AGES.ofAgeFrom(BORN_ON, country));
        return child;
    }

    @Override
    void tell() {
        console.text("Two children of 13, one in Sweden and one in Germany, say yes to tracking. The date of birth is"
                + " asked and not kept: only the day from which each may consent alone.");
        console.table(Table.of("country", "age of consent is reached on")
                .row("SE", AGES.ofAgeFrom(BORN_ON, "SE"))
                .row("DE", AGES.ofAgeFrom(BORN_ON, "DE")));
        giveBy(inSweden, Actor.subject());
        giveBy(inGermany, Actor.subject());
        told();
        expect(
                Promise.M15,
                "The child in Sweden may say yes alone; the one in Germany needs a guardian",
                permits(inSweden, Purposes.USAGE_TRACKING)
                        && privacy.decisions()
                                        .check(inGermany, Purposes.USAGE_TRACKING)
                                        .reason()
                                == Reason.GUARDIAN_REQUIRED);
        minutesPass(10);
        giveBy(inGermany, Actor.guardian("case-2018-0525"));
        told();
        expect(Promise.M15, "With the guardian's yes it is permitted", permits(inGermany, Purposes.USAGE_TRACKING));
    }

    private void giveBy(SubjectId child, Actor actor) {
        String text = CompanyPolicy.question(Purposes.USAGE_TRACKING).forLocale(Locale.ENGLISH);
        privacy.consents().give(child, Purposes.USAGE_TRACKING, Evidence.webForm("sign-up", text, actor));
    }

    private void told() {
        console.quote("SE: " + privacy.decisions().check(inSweden, Purposes.USAGE_TRACKING));
        console.quote("DE: " + privacy.decisions().check(inGermany, Purposes.USAGE_TRACKING));
    }
}

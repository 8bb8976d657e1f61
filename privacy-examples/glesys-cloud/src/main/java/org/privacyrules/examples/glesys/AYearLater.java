package org.privacyrules.examples.glesys;

import java.time.LocalDateTime;
import org.privacyrules.decision.Decision;
import org.privacyrules.decision.Reason;
import org.privacyrules.policy.ConsentText;

/** A consent to tracking lasts twelve months. Then it is asked for anew, and until it is given nothing is tracked. */
final class AYearLater extends Chapter {

    private static final ConsentText TEXT = CompanyPolicy.question(Purposes.USAGE_TRACKING);

    private final Customer customer = company.cast().fromSweden();

    AYearLater(Scene scene) {
        super(scene, "A year later", "2018-05-26T09:00");
    }

    @Override
    void tell() {
        privacy.consents().give(customer.subject(), Purposes.USAGE_TRACKING, shown(TEXT, customer, "preferences"));
        Decision given = told();
        company.clock().moveTo(LocalDateTime.parse("2019-05-26T08:59"));
        Decision lastMinute = told();
        company.clock().moveTo(LocalDateTime.parse("2019-05-26T09:00"));
        Decision over = told();
        privacy.consents().give(customer.subject(), Purposes.USAGE_TRACKING, shown(TEXT, customer, "preferences"));
        Decision renewed = told();
        expect(Promise.M15, "A consent says until when it counts", given.until().isPresent());
        expect(
                Promise.M15,
                "It permits for twelve months to the minute, and not a minute longer",
                lastMinute.permitted() && over.reason() == Reason.EXPIRED);
        expect(Promise.M15, "A new yes counts for a new year", renewed.permitted());
    }

    private Decision told() {
        Decision decision = check(customer, Purposes.USAGE_TRACKING);
        console.quote(decision.explanation());
        return decision;
    }
}

package org.privacyrules.examples.glesys;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.privacyrules.decision.Decision;
import org.privacyrules.policy.ConsentText;

/** Had we permission at that time? The answer is the one that would have been given then, by what was known then. */
final class LookingBack extends Chapter {

    private static final ConsentText TEXT = CompanyPolicy.question(Purposes.USAGE_TRACKING);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final Customer customer = company.cast().fromSweden();

    LookingBack(Scene scene) {
        super(scene, "Had we permission?", GDPR_DAY + "16:30");
    }

    @Override
    void tell() {
        Instant before = now();
        minutesPass(10);
        privacy.consents().give(customer.subject(), Purposes.USAGE_TRACKING, shown(TEXT, customer, "preferences"));
        minutesPass(10);
        Instant between = now();
        minutesPass(10);
        privacy.consents().withdraw(customer.subject(), Purposes.USAGE_TRACKING, onPage("preferences"));
        minutesPass(10);
        Instant after = now();
        List<Decision> answers = List.of(asOf(before), asOf(between), asOf(after));
        console.text("A customer says yes at 16:40 and takes it back at 17:00. Later the company is asked on which"
                + " permission it got the data. The journal answers for any minute:");
        Table table = Table.of("as of", "answer");
        answers.forEach(answer -> table.row(time(answer), answer.explanation()));
        console.table(table);
        expectAnswers(answers, between);
    }

    private void expectAnswers(List<Decision> answers, Instant between) {
        expect(
                Promise.M15,
                "Before the yes there was no permission, between there was, after the withdrawal there was none",
                !answers.get(0).permitted()
                        && answers.get(1).permitted()
                        && !answers.get(2).permitted());
        company.clock().moveTo(LocalDateTime.parse("2018-05-25T17:30"));
        expect(
                Promise.M27,
                "What was recorded later does not change the answer for earlier",
                asOf(between).reason() == answers.get(1).reason());
        expect(
                Promise.M27,
                "A question about the future is refused",
                refusedAs("INVALID_INPUT", () -> asOf(now().plusSeconds(1))));
    }

    private Instant now() {
        return company.clock().instant();
    }

    private Decision asOf(Instant instant) {
        return privacy.decisions().asOf(customer.subject(), instant).check(Purposes.USAGE_TRACKING);
    }

    private static String time(Decision decision) {
        return HOUR.format(decision.decidedAt().atZone(CompanyPolicy.ZONE));
    }
}

package org.privacyrules.examples.glesys;

import java.util.List;
import java.util.Set;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.Evidence.Channel;
import org.privacyrules.decision.Reason;
import org.privacyrules.decision.RefusalCount;
import org.privacyrules.decision.Use;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/** Product news go out: to customers who did not decline, and to nobody who declines in the last minute. */
final class Campaign extends Chapter {

    private static final Use NEWS = Use.of(Purposes.PRODUCT_NEWS).withCategory(DataCategories.CONTACT_DETAILS);

    Campaign(Scene scene) {
        super(scene, "A campaign with product news", GDPR_DAY + "13:00");
    }

    @Override
    void tell() {
        List<SubjectId> audience = audience();
        expectAudience(audience);
        objectionInBetween(audience);
        chosenByUsage();
    }

    /** Everyone whose address was got with an order and who could decline it there; the law asks for both. */
    private List<SubjectId> addressBook() {
        return company.customers().stream()
                .filter(Customer::choiceOffered)
                .map(Customer::subject)
                .toList();
    }

    private List<SubjectId> audience() {
        console.text("Marketing brings its address book. Whom of it may it write to?");
        List<SubjectId> candidates = addressBook();
        RefusalCount refusals = new RefusalCount();
        List<SubjectId> audience = privacy.decisions()
                .permitted(NEWS, candidates.stream(), refusals)
                .toList();
        print(candidates.size(), audience.size(), refusals);
        expect(
                Promise.M10,
                "Everyone is either written to or counted with a reason",
                audience.size() + refusals.total() == candidates.size());
        return audience;
    }

    private void print(int candidates, int permitted, RefusalCount refusals) {
        Table table =
                Table.of("address book", "persons").row("in it", candidates).row("may be written to", permitted);
        refusals.byReason().forEach((reason, count) -> table.row("may not: " + reason, count));
        console.table(table);
    }

    private void expectAudience(List<SubjectId> audience) {
        Set<SubjectId> unsubscribed = Set.copyOf(company.database()
                .query(
                        "SELECT DISTINCT subject_key FROM newsletter WHERE list = 'customers' AND NOT subscribed",
                        row -> SubjectId.of(row.getString("subject_key"))));
        expect(
                Promise.M10,
                "Nobody who has ever unsubscribed is among them",
                !audience.isEmpty() && audience.stream().noneMatch(unsubscribed::contains));
    }

    private void objectionInBetween(List<SubjectId> audience) {
        SubjectId objector = audience.get(audience.size() / 2);
        minutesPass(10);
        console.text("The mails leave at half past one. Ten minutes after the list was made somebody on it clicks"
                + " “unsubscribe” in an older mail. So the list is checked again when it is sent.");
        privacy.consents()
                .objectTo(objector, Purposes.PRODUCT_NEWS, Evidence.of(Channel.EMAIL, "unsubscribe", Actor.subject()));
        minutesPass(20);
        RefusalCount refusals = new RefusalCount();
        List<SubjectId> sent =
                privacy.decisions().permitted(NEWS, audience.stream(), refusals).toList();
        console.quote(privacy.decisions().check(objector, NEWS).explanation());
        expect(
                Promise.M10,
                "The objection is in effect at once: exactly this person is left out",
                sent.size() == audience.size() - 1
                        && !sent.contains(objector)
                        && refusals.byReason().getOrDefault(Reason.OBJECTED, 0L) == 1);
    }

    private void chosenByUsage() {
        console.text("The next campaign is to go to those only whose usage suggests it. Such a mail serves tracking as"
                + " well, so it needs both: no objection, and consent.");
        Use chosen = Use.of(Purposes.PRODUCT_NEWS).alsoServing(Purposes.USAGE_TRACKING);
        List<SubjectId> candidates = addressBook();
        RefusalCount refusals = new RefusalCount();
        List<SubjectId> audience = privacy.decisions()
                .permitted(chosen, candidates.stream(), refusals)
                .toList();
        print(candidates.size(), audience.size(), refusals);
        expect(
                Promise.M15,
                "A mail that is chosen by usage reaches only those who consented to tracking",
                !audience.isEmpty() && audience.stream().allMatch(each -> permits(each, Purposes.USAGE_TRACKING)));
    }
}

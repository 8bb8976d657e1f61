package org.privacyrules.examples.glesys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.Evidence.Channel;
import org.privacyrules.consent.ImportReport;
import org.privacyrules.consent.ImportedConsent;
import org.privacyrules.decision.Reason;
import org.privacyrules.decision.RefusalCount;
import org.privacyrules.decision.Use;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/** The answers that an old mail tool had recorded are taken over: every no, and each yes that can be proven. */
final class LegacyList extends Chapter {

    private static final Evidence OLD_TOOL = Evidence.of(Channel.IMPORT, "mail-tool-2012", Actor.system("takeover"));

    /** An answer as the old tool has it. */
    private record Answer(
            String id,
            SubjectId subject,
            boolean ofCustomer,
            boolean subscribed,
            Instant at,
            Optional<String> shownText) {

        static Answer read(ResultSet row) throws SQLException {
            return new Answer(
                    row.getString("id"),
                    SubjectId.of(row.getString("subject_key")),
                    row.getString("list").equals("customers"),
                    row.getBoolean("subscribed"),
                    row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getString("shown_text")));
        }

        ImportedConsent toImport() {
            Evidence evidence = shownText.map(OLD_TOOL::showing).orElse(OLD_TOOL);
            String purpose = ofCustomer ? Purposes.PRODUCT_NEWS : Purposes.NEWSLETTER;
            return new ImportedConsent(id, subject, purpose, status(), at, evidence);
        }

        private ConsentStatus status() {
            if (subscribed) {
                return ConsentStatus.GIVEN;
            }
            return ofCustomer ? ConsentStatus.OBJECTED : ConsentStatus.WITHDRAWN;
        }
    }

    LegacyList(Scene scene) {
        super(scene, "The old newsletter list", GDPR_EVE + "20:00");
    }

    @Override
    void tell() {
        List<Answer> answers = company.database().query("SELECT * FROM newsletter ORDER BY id", Answer::read);
        ImportReport first = importAll(answers);
        ImportReport second = importAll(answers);
        table(first, second);
        expectImport(answers, first, second);
        expectObjections(answers);
        newsletter();
    }

    private ImportReport importAll(List<Answer> answers) {
        return privacy.consents()
                .importAll(answers.stream().map(Answer::toImport).toList());
    }

    private void table(ImportReport first, ImportReport second) {
        console.text("The old mail tool is switched off tonight. Its list is imported, and because the line broke"
                + " down in between, imported once more.");
        console.table(Table.of("import", "recorded now", "were recorded before", "of these without proof")
                .row("first", first.recorded(), first.repeated(), first.unproven())
                .row("second", second.recorded(), second.repeated(), second.unproven()));
    }

    private void expectImport(List<Answer> answers, ImportReport first, ImportReport second) {
        expect(Promise.M10, "The first import takes over every answer", first.recorded() == answers.size());
        expect(
                Promise.M10,
                "The second import changes nothing",
                second.recorded() == 0 && second.repeated() == answers.size());
    }

    private void expectObjections(List<Answer> answers) {
        expect(
                Promise.M10,
                "Customers who had unsubscribed in the old tool get no product news from the new one",
                answers.stream()
                        .filter(Answer::ofCustomer)
                        .noneMatch(each -> permits(each.subject(), Purposes.PRODUCT_NEWS)));
    }

    private void newsletter() {
        RefusalCount refusals = new RefusalCount();
        List<SubjectId> readers = privacy.decisions()
                .permitted(Use.of(Purposes.NEWSLETTER), subscribers().stream(), refusals)
                .toList();
        console.text("Who of the subscribers may still be written to:");
        Table table = Table.of("subscribers", "persons").row("may get the newsletter", readers.size());
        refusals.byReason().forEach((reason, count) -> table.row("may not: " + reason, count));
        console.table(table);
        expect(
                Promise.M15,
                "A yes without the text that was shown is no proof: it permits nothing",
                refusals.byReason().getOrDefault(Reason.NOT_ASKED, 0L) > 0 && allProven(readers));
        expect(
                Promise.M10,
                "A yes that was taken back later counts as taken back",
                refusals.byReason().containsKey(Reason.WITHDRAWN));
    }

    private List<SubjectId> subscribers() {
        return company.database()
                .query(
                        "SELECT DISTINCT subject_key FROM newsletter WHERE list = 'subscribers' ORDER BY subject_key",
                        row -> SubjectId.of(row.getString("subject_key")));
    }

    private boolean allProven(List<SubjectId> readers) {
        List<SubjectId> proven = company.database()
                .query(
                        "SELECT DISTINCT subject_key FROM newsletter WHERE shown_text IS NOT NULL",
                        row -> SubjectId.of(row.getString("subject_key")));
        return Set.copyOf(proven).containsAll(readers);
    }
}

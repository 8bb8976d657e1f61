package org.privacyrules.examples.glesys;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.privacyrules.fact.Fact;
import org.privacyrules.fact.RelationReport;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** The library meets a company that has existed for years: who stands in which relation is reported to it, once. */
final class TakingOver extends Chapter {

    private static final List<String> TABLES = List.of(
            "customer",
            "organisation",
            "contact",
            "invitation",
            "invoice",
            "payment_reference",
            "support_case",
            "support_message",
            "account_change",
            "access_log",
            "usage_event",
            "newsletter");

    /** A relation as the company's own tables have it. */
    private record Relation(SubjectId subject, String kind, LocalDate beganOn, Optional<LocalDate> endedOn) {

        static Relation read(ResultSet row) throws SQLException {
            return new Relation(
                    SubjectId.of(row.getString("subject_key")),
                    row.getString("kind"),
                    row.getDate("began_on").toLocalDate(),
                    Optional.ofNullable(row.getDate("ended_on")).map(Date::toLocalDate));
        }

        Stream<RelationReport> reports() {
            Stream<RelationReport> began = Stream.of(report("began", Fact.since(beganOn)));
            return Stream.concat(began, endedOn.map(day -> report("ended", Fact.endedOn(day))).stream());
        }

        /** The same relation has the same id on every attempt, so an attempt that broke off is simply repeated. */
        private RelationReport report(String step, Fact fact) {
            OperationId operation = OperationId.derived("takeover-2018:" + step + ":" + kind, subject.reveal());
            return new RelationReport(operation, subject, kind, fact);
        }
    }

    TakingOver(Scene scene) {
        super(scene, "A company with a past", POLICY_DAY + "10:00");
    }

    @Override
    void tell() {
        tables();
        List<Relation> relations =
                company.database().query("SELECT * FROM relation ORDER BY subject_key, began_on", Relation::read);
        List<RelationReport> reports =
                relations.stream().flatMap(Relation::reports).toList();
        expect(
                Promise.M27,
                "Every relation that the tables know is reported",
                privacy.subjects().reportAll(reports) == reports.size());
        expect(
                Promise.M27,
                "Reporting all of them again changes nothing: the ids tell that they are known",
                privacy.subjects().reportAll(reports) == 0);
        countries();
        expectNoConsent();
    }

    private void tables() {
        console.text("The company's own tables stay as they are. The library is told who stands in which relation,"
                + " under an opaque key; names and addresses it never sees.");
        Table table = Table.of("table", "rows");
        TABLES.forEach(name -> table.row(name, company.database().count(name)));
        console.table(table);
    }

    private void countries() {
        List<Customer> customers = company.customers();
        try (Progress progress = console.progress("Countries reported", customers.size())) {
            for (Customer customer : customers) {
                privacy.subjects().reportCountry(customer.subject(), customer.country());
                progress.step();
            }
        }
    }

    private void expectNoConsent() {
        long current = company.customers().stream()
                .filter(customer -> !customer.hasLeft())
                .count();
        expect(
                Promise.M1,
                "Being a customer for years is no consent: nobody may be tracked",
                countPermitted(Purposes.USAGE_TRACKING) == 0);
        expect(
                Promise.M26,
                "The account of every customer may be served, and that of nobody who has left",
                countPermitted(Purposes.CUSTOMER_ACCOUNT) == current);
    }

    private long countPermitted(String purpose) {
        return privacy.decisions().permitted(purpose).count();
    }
}

package org.privacyrules.examples.glesys;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.privacyrules.fact.Fact;
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

        /** The same relation has the same id on every attempt, so an attempt that broke off is simply repeated. */
        OperationId operation(String step) {
            return OperationId.derived("takeover-2018:" + step + ":" + kind, subject.reveal());
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
        takeOver(relations);
        repeat(relations.subList(0, 100));
        expectNoConsent();
    }

    private void tables() {
        console.text("The company's own tables stay as they are. The library is told who stands in which relation,"
                + " under an opaque key; names and addresses it never sees.");
        Table table = Table.of("table", "rows");
        TABLES.forEach(name -> table.row(name, company.database().count(name)));
        console.table(table);
    }

    private void takeOver(List<Relation> relations) {
        try (Progress progress = console.progress("Relations reported", relations.size())) {
            for (Relation relation : relations) {
                report(relation);
                progress.step();
            }
        }
        List<Customer> customers = company.customers();
        try (Progress progress = console.progress("Countries reported", customers.size())) {
            for (Customer customer : customers) {
                privacy.subjects().reportCountry(customer.subject(), customer.country());
                progress.step();
            }
        }
    }

    private boolean report(Relation relation) {
        boolean repeated = privacy.subjects()
                .report(
                        relation.operation("began"),
                        relation.subject(),
                        relation.kind(),
                        Fact.since(relation.beganOn()))
                .repeated();
        relation.endedOn()
                .ifPresent(day -> privacy.subjects()
                        .report(relation.operation("ended"), relation.subject(), relation.kind(), Fact.endedOn(day)));
        return repeated;
    }

    private void repeat(List<Relation> relations) {
        boolean allRepeated = relations.stream().map(this::report).reduce(true, Boolean::logicalAnd);
        expect(
                Promise.M27,
                "Reporting a hundred of them again changes nothing: the ids tell that they are known",
                allRepeated);
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

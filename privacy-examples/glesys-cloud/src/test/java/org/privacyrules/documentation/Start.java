package org.privacyrules.documentation;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.privacyrules.PrivacyRules;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.Evidence.Channel;
import org.privacyrules.decision.Use;
import org.privacyrules.fact.Fact;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.SchemaScripts;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose.Nature;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/** The one-page start of the README, which shows what stands between the two marks. */
final class Start {

    private Start() {}

    static void run(PrintStream out) {
        // README: begin
        // Once: the tables. Or give SchemaScripts.forDatabase(dataSource).text() to your migration tool.
        DataSource dataSource = JdbcConnectionPool.create("jdbc:h2:mem:start;DB_CLOSE_DELAY=-1", "sa", "");
        SchemaScripts.forDatabase(dataSource).apply(dataSource);

        // What is allowed: purposes with their lawful bases, what carries them, and how long they keep data.
        String question = "May we count how you use our site?";
        PrivacyPolicy policy = PrivacyPolicy.builder()
                .version("2026-01")
                .effectiveFrom(LocalDate.of(2026, 1, 1))
                .zone(ZoneId.of("Europe/Stockholm"))
                .subjectKind("customer", "You have a contract with us.")
                .event("invoice-issued", "the invoice was issued")
                .eventAtEndOf("customer", "contract-ended", "the contract ended")
                .category("contact-details", c -> c.describedAs("How we reach you."))
                .category("usage", c -> c.describedAs("What you do on our site."))
                .purpose(
                        "invoicing",
                        p -> p.describedAs("To send you invoices.")
                                .legalObligation("Bokföringslagen 7 kap. 2 §", Period.ofYears(7))
                                .carriedBy("customer")
                                .uses("contact-details")
                                .kept(RetentionTerm.from("invoice-issued")
                                        .toEndOfFiscalYear()
                                        .toEndOfCalendarYear()
                                        .plus(Period.ofYears(7))))
                .purpose(
                        "product-news",
                        p -> p.describedAs("To tell you of new products.")
                                .legitimateInterests("to sell more", "assessment 2026-1")
                                .nature(Nature.DIRECT_MARKETING)
                                .carriedBy("customer")
                                .uses("contact-details")
                                .kept(RetentionTerm.from("contract-ended")))
                .purpose(
                        "usage-tracking",
                        p -> p.describedAs("To see what is useful.")
                                .consent(ConsentTerms.of(ConsentText.of(1, "en", question))
                                        .validFor(Period.ofMonths(12)))
                                .carriedBy("customer")
                                .uses("usage")
                                .kept(RetentionTerm.from("contract-ended").plus(Period.ofMonths(3))))
                .build();

        PrivacyRules privacy = PrivacyRules.builder()
                .tenant("my-company")
                .policy(policy)
                .publishOnStart()
                .storage(JdbcStorage.on(dataSource))
                .build();

        // What happens. A key of yours, never an e-mail address.
        SubjectId subject = SubjectId.of("customer-4711");
        privacy.subjects().report(subject, "customer", Fact.since(LocalDate.of(2026, 3, 1)));
        privacy.consents().give(subject, "usage-tracking", Evidence.webForm("sign-up", question, Actor.subject()));
        privacy.consents().withdraw(subject, "usage-tracking", Evidence.webForm("settings", question, Actor.subject()));
        privacy.consents().objectTo(subject, "product-news", Evidence.of(Channel.EMAIL, "news-17", Actor.subject()));

        // May I, now? Each answer says why, in one line and as a stable code.
        for (String purpose : policy.purposes().keySet()) {
            out.println(privacy.decisions().check(subject, purpose).reason() + "  "
                    + privacy.decisions().check(subject, purpose).explanation());
        }
        out.println(privacy.decisions()
                .check(subject, Use.of("product-news").withCategory("usage"))
                .reasons());

        // How long, and why? Of one invoice here; a category as a whole has an answer, too.
        Map<String, LocalDate> invoice = Map.of("invoice-issued", LocalDate.of(2026, 3, 31));
        out.println(
                privacy.retention().of(subject).of("contact-details", invoice).line());
        // README: end
    }
}

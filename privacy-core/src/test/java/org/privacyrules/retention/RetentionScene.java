package org.privacyrules.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.privacyrules.PrivacyRules;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.consent.Evidence;
import org.privacyrules.fact.Fact;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.policy.PolicyBuilder;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.Permits;
import org.privacyrules.subject.SubjectId;

/** A shop in Stockholm, its customer Alice since 2020, and a clock that stands at noon of 1 March 2024. */
final class RetentionScene {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    static final LocalDate OPENING = LocalDate.of(2020, 1, 1);
    static final RetentionTerm BOOKS = RetentionTerm.from("invoice-issued")
            .toEndOfFiscalYear()
            .toEndOfCalendarYear()
            .plus(Period.ofYears(7));

    final SettableClock clock = new SettableClock(noon("2024-03-01"));
    final SubjectId alice = SubjectId.of("alice");
    final Permits permits = Permits.create();
    final PrivacyRules rules;

    RetentionScene(PrivacyPolicy... versions) {
        PrivacyRules.Builder builder = PrivacyRules.builder()
                .tenant("shop")
                .storage(MemoryStorage.create())
                .permits(permits)
                .clock(clock)
                .publishOnStart();
        List.of(versions).forEach(builder::policy);
        rules = builder.build();
        rules.subjects().report(alice, "customer", Fact.since(OPENING));
    }

    static RetentionScene ofTheShop() {
        return new RetentionScene(shop("1", OPENING).build());
    }

    static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(STOCKHOLM).toInstant();
    }

    static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(STOCKHOLM).toInstant();
    }

    static PolicyBuilder shop(String version, LocalDate start) {
        return shop(version, start, BOOKS, RetentionTerm.from("contract-ended").plus(Period.ofMonths(3)));
    }

    static PolicyBuilder shop(String version, LocalDate start, RetentionTerm books, RetentionTerm account) {
        return empty(version, start)
                .category("contact", c -> c.describedAs("how to reach you").attributes("e-mail address"))
                .category(
                        "address",
                        c -> c.describedAs("where you live")
                                .attributes("address")
                                .keptAtMost(Period.ofYears(10)))
                .category("habits", c -> c.describedAs("what you look at").attributes("pages"))
                .category("case", c -> c.describedAs("what you wrote to us").attributes("messages"))
                .purpose(
                        "invoicing",
                        p -> p.describedAs("to invoice")
                                .legalObligation("Bokföringslagen 7 kap. 2 §")
                                .carriedBy("customer")
                                .uses("contact")
                                .kept(books))
                .purpose(
                        "account",
                        p -> p.describedAs("to run your account")
                                .contract()
                                .carriedBy("customer")
                                .uses("contact", "address")
                                .kept(account))
                .purpose(
                        "news",
                        p -> p.describedAs("to tell you what is new")
                                .legitimateInterests("to sell", "LIA-1")
                                .nature(Purpose.Nature.DIRECT_MARKETING)
                                .carriedBy("customer")
                                .uses("contact")
                                .kept(RetentionTerm.from("contract-ended").plus(Period.ofYears(1))))
                .purpose(
                        "tracking",
                        p -> p.describedAs("to follow what you look at")
                                .consent(ConsentTerms.of(ConsentText.of(1, "en", "May we follow you?"))
                                        .validFor(Period.ofYears(2)))
                                .carriedBy("customer")
                                .uses("habits")
                                .kept(RetentionTerm.from("contract-ended").plus(Period.ofYears(1))))
                .purpose(
                        "support",
                        p -> p.describedAs("to help you")
                                .contract()
                                .carriedBy("customer")
                                .uses("case")
                                .kept(RetentionTerm.earliestOf(
                                        RetentionTerm.from("case-closed").plus(Period.ofYears(2)),
                                        RetentionTerm.from("case-opened").plus(Period.ofYears(5)))));
    }

    static PolicyBuilder empty(String version, LocalDate start) {
        return PrivacyPolicy.builder()
                .version(version)
                .zone(STOCKHOLM)
                .effectiveFrom(start)
                .subjectKind("customer", "somebody with a contract")
                .subjectKind("employee", "somebody who works here")
                .eventAtEndOf("customer", "contract-ended", "the contract ended")
                .event("invoice-issued", "the invoice was issued")
                .event("case-opened", "the case was opened")
                .event("case-closed", "the case was closed");
    }

    Keeping keeping(String category) {
        return rules.retention().of(alice).of(category);
    }

    Keeping invoice(String issued) {
        return rules.retention().of(alice).of("contact", Map.of("invoice-issued", LocalDate.parse(issued)));
    }

    Justification justification(String category, String purpose) {
        return justification(keeping(category), purpose);
    }

    static Justification justification(Keeping keeping, String purpose) {
        return keeping.justifications().stream()
                .filter(each -> each.purpose().name().equals(purpose))
                .findFirst()
                .orElseThrow();
    }

    void now(String day) {
        clock.set(noon(day));
    }

    void left(String day) {
        rules.subjects().report(alice, "customer", Fact.endedOn(LocalDate.parse(day)));
    }

    void happened(String event, String day) {
        rules.subjects().reportEvent(alice, event, LocalDate.parse(day));
    }

    void consents() {
        String text = rules.policy()
                .purpose("tracking")
                .consentTerms()
                .orElseThrow()
                .text()
                .forLocale(Locale.ENGLISH);
        rules.consents().give(alice, "tracking", Evidence.webForm("form", text, Actor.subject()));
    }

    /** Every line that an officer would read. */
    List<String> explanations() {
        return rules.retention().of(alice).all().stream()
                .map(Keeping::explanation)
                .toList();
    }
}

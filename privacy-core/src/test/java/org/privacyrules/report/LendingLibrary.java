package org.privacyrules.report;

import static org.privacyrules.calendar.RetentionTerm.earliestOf;
import static org.privacyrules.calendar.RetentionTerm.latestOf;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.privacyrules.calendar.FiscalYears;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.policy.DataCategory.Identifiability;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.DataCategory.Source;
import org.privacyrules.policy.Dated;
import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.LocalText;
import org.privacyrules.policy.OtherPolicy;
import org.privacyrules.policy.Party;
import org.privacyrules.policy.PolicyBuilder;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.ProcessingOnBehalf;
import org.privacyrules.policy.Purpose.Nature;
import org.privacyrules.policy.Recipient;
import org.privacyrules.policy.RetentionRule;
import org.privacyrules.policy.RightsTerms;
import org.privacyrules.policy.RightsTerms.FurtherCopies;
import org.privacyrules.policy.Safeguard;
import org.privacyrules.policy.SpecialCondition;
import org.privacyrules.policy.SupervisoryAuthorities;

/** A private library that says everything a policy can say, in two languages. */
final class LendingLibrary {

    static final LocalDate FIRST_DAY = LocalDate.of(2020, 3, 1);

    private LendingLibrary() {}

    static LocalText text(String english, String swedish) {
        return LocalText.of("en", english).and("sv", swedish);
    }

    static PrivacyPolicy policy() {
        return draft(names -> names).build();
    }

    /** The same policy, with whatever has no order told in the opposite one. */
    static PrivacyPolicy toldBackwards() {
        return draft(names -> {
                    String[] backwards = new String[names.length];
                    for (int i = 0; i < names.length; i++) {
                        backwards[names.length - 1 - i] = names[i];
                    }
                    return backwards;
                })
                .build();
    }

    static PolicyBuilder draft() {
        return draft(names -> names);
    }

    /** In which order names are told that have none. */
    private interface Order {
        String[] of(String... names);
    }

    private static PolicyBuilder draft(Order order) {
        PolicyBuilder policy = PrivacyPolicy.builder()
                .version("2020-03")
                .effectiveFrom(FIRST_DAY)
                .zone(ZoneId.of("Europe/Stockholm"))
                .languages("en", "sv")
                .fiscalYears(FiscalYears.endingOn(MonthDay.of(4, 30))
                        .with(LocalDate.of(2019, 5, 1), LocalDate.of(2020, 12, 31)))
                .workingDays("sweden");
        head(policy);
        people(policy);
        events(policy);
        categories(policy, order);
        recipients(policy);
        purposes(policy, order);
        morePurposes(policy, order);
        others(policy);
        return policy;
    }

    private static void head(PolicyBuilder policy) {
        policy.controller(Party.named("Lending Library Ltd")
                        .withRegistrationNumber("556000-0001")
                        .withAddress("1 Book Street, Oslo")
                        .withEmail("privacy@library.example")
                        .withPhone("+47 12 34 56")
                        .withUrl("https://library.example/privacy"))
                .representative(Party.named("Representative AB").withEmail("eu@library.example"))
                .dataProtectionOfficer(Dated.always(Party.named("Olga Officer").withEmail("dpo@library.example"))
                        .through(LocalDate.of(2022, 5, 31)))
                .dataProtectionOfficer(Dated.always(Party.named("Per Protector").withEmail("per@library.example"))
                        .since(LocalDate.of(2022, 6, 1)))
                .supervisoryAuthority(SupervisoryAuthorities.ofSweden())
                .party("city", Party.named("The City").withEmail("city@city.example"))
                .rights(RightsTerms.ofTheLaw().freeCopies(2, FurtherCopies.FEE_FOR_FURTHER_COPY))
                .securityMeasures(text("Locked rooms and encrypted disks.", "Låsta rum och krypterade diskar."));
    }

    private static void people(PolicyBuilder policy) {
        policy.subjectKind("borrower", text("has a library card", "har ett lånekort"))
                .subjectKind("former-borrower", text("had a library card", "hade ett lånekort"))
                .subjectKind("guardian", text("answers for a child who borrows", "svarar för ett barn som lånar"))
                .subjectKind(
                        "visitor",
                        text("looks at our pages without signing in", "besöker våra sidor utan att logga in"));
    }

    private static void events(PolicyBuilder policy) {
        policy.event("card-returned", text("the card was returned", "lånekortet lämnades tillbaka"))
                .event("invoice-issued", text("the invoice was issued", "fakturan utfärdades"))
                .event("loan-ended", text("the loan ended", "lånet avslutades"))
                .event("claim-settled", text("the claim was settled", "kravet reglerades"))
                .event("recorded", text("it was recorded", "uppgiften registrerades"));
    }

    private static void categories(PolicyBuilder policy, Order order) {
        policy.category(
                        "contact-details",
                        c -> c.describedAs(text("How we reach you", "Hur vi når dig"))
                                .attributes(
                                        text("e-mail address", "e-postadress"),
                                        text("telephone number", "telefonnummer")))
                .category(
                        "personal-number",
                        c -> c.describedAs(text("Personal number", "Personnummer"))
                                .attributes(text("personal number", "personnummer"))
                                .sensitivity(Sensitivity.NATIONAL_ID)
                                .justifiedBy(text("Two people can have the same name.", "Två personer kan heta lika."))
                                .onlyInCountries(order.of("SE", "NO"))
                                .onlyFor(order.of("borrower", "former-borrower"))
                                .refusalMeans(
                                        text("Without it there is no card.", "Utan det blir det inget lånekort.")))
                .category(
                        "reading-aid",
                        c -> c.describedAs(text("Which reading aid you need", "Vilket läshjälpmedel du behöver"))
                                .attributes(text("impairment", "funktionsnedsättning"))
                                .sensitivity(Sensitivity.SPECIAL)
                                .voluntary())
                .category(
                        "theft-record",
                        c -> c.describedAs(text("Convictions for theft here", "Domar för stöld hos oss"))
                                .sensitivity(Sensitivity.CRIMINAL)
                                .justifiedBy(text("The Library Act allows it.", "Bibliotekslagen tillåter det."))
                                .source(Source.THIRD_PARTY, text("the court; public", "domstolen; offentlig")))
                .category(
                        "payment",
                        c -> c.describedAs(text("What you paid", "Vad du har betalat"))
                                .attributes(text("amount", "belopp"), text("date", "datum"))
                                .source(Source.OBSERVED))
                .category(
                        "credit-score",
                        c -> c.describedAs(text("Your credit score", "Din kreditvärdighet"))
                                .source(
                                        Source.THIRD_PARTY,
                                        text(
                                                "a credit agency; not public",
                                                "ett kreditupplysningsföretag; inte offentlig"))
                                .voluntary()
                                .refusalMeans(
                                        text("You pay a deposit instead.", "Du betalar en deposition i stället.")))
                .category(
                        "loans",
                        c -> c.describedAs(text("What you borrow", "Vad du lånar"))
                                .attributes(text("title", "titel"))
                                .source(Source.OBSERVED)
                                .keptAtMost(Period.ofYears(2)))
                .category(
                        "address-in-logs",
                        c -> c.describedAs(text("Addresses in our logs", "Adresser i våra loggar"))
                                .attributes(text("IP address", "IP-adress"))
                                .identifiability(Identifiability.LINKABLE)
                                .source(Source.OBSERVED)
                                .keptAtMost(Period.ofDays(90)))
                .category(
                        "statistics",
                        c -> c.describedAs(text("Counts a month", "Antal per månad"))
                                .attributes(text("month", "månad"), text("count", "antal"))
                                .identifiability(Identifiability.ANONYMOUS)
                                .source(Source.OBSERVED));
    }

    private static void recipients(PolicyBuilder policy) {
        policy.recipient(recipient("printer", text("Our printer", "Vårt tryckeri"), Recipient.Role.PROCESSOR, "DE"))
                .recipient(new Recipient(
                        "analyst",
                        text("Counting Inc", "Counting Inc"),
                        Recipient.Role.SEPARATE_CONTROLLER,
                        "BR",
                        Optional.of(new Safeguard(
                                Safeguard.Kind.STANDARD_CONTRACTUAL_CLAUSES, "module one of decision 2021/914"))))
                .recipient(
                        recipient("binder", text("Our bookbinder", "Vår bokbindare"), Recipient.Role.PROCESSOR, "CH"))
                .recipient(recipient(
                        "network",
                        text("The network of libraries", "Biblioteksnätverket"),
                        Recipient.Role.JOINT_CONTROLLER,
                        "SE"))
                .recipient(recipient(
                        "data-centre", text("A data centre", "En datorhall"), Recipient.Role.PROCESSOR, "FI"));
    }

    private static Recipient recipient(String name, LocalText description, Recipient.Role role, String country) {
        return new Recipient(name, description, role, country, Optional.empty());
    }

    private static void purposes(PolicyBuilder policy, Order order) {
        RetentionTerm books = RetentionTerm.from("invoice-issued")
                .toEndOfFiscalYear()
                .toEndOfCalendarYear()
                .plus(Period.ofYears(7));
        policy.purpose(
                        "lending",
                        p -> p.describedAs(text("To lend you books", "Att låna ut böcker till dig"))
                                .contract()
                                .carriedBy("borrower")
                                .uses(order.of("contact-details", "personal-number", "loans"))
                                .disclosesTo(order.of("printer", "binder"))
                                .kept(RetentionTerm.from("card-returned").plus(Period.ofMonths(3)))
                                .kept("loans", RetentionTerm.from("loan-ended"))
                                .kept("personal-number", numbers()))
                .purpose(
                        "bookkeeping",
                        p -> p.describedAs(text("To keep our books", "Att sköta vår bokföring"))
                                .legalObligation("Bokföringslagen 7 kap. 2 §", Period.ofYears(7))
                                .carriedBy(order.of("borrower", "former-borrower"))
                                .uses(order.of("contact-details", "payment"))
                                .kept(RetentionRule.of(books).lock()))
                .purpose(
                        "deposit",
                        p -> p.describedAs(text("To decide on a deposit", "Att bestämma om en deposition"))
                                .contract()
                                .carriedBy("borrower")
                                .uses("credit-score")
                                .decidesAutomatically(
                                        text(
                                                "Below 50 points a deposit is asked for",
                                                "Under 50 poäng begärs en deposition"),
                                        text("You pay 10 euros in advance.", "Du betalar 10 euro i förväg."))
                                .kept(RetentionTerm.from("recorded").plus(Period.of(0, 1, 15))))
                .purpose(
                        "due-dates",
                        p -> p.describedAs(text("To remind you of due dates", "Att påminna dig om lånetider"))
                                .contract()
                                .nature(Nature.SERVICE_MESSAGE)
                                .carriedBy("borrower")
                                .uses("contact-details")
                                .kept(RetentionTerm.from("loan-ended")))
                .purpose(
                        "news",
                        p -> p.describedAs(text("To tell you of new books", "Att berätta om nya böcker"))
                                .basis(new LawfulBasis.LegitimateInterests(
                                        text("that books are read", "att böcker blir lästa"), "LIA-1"))
                                .nature(Nature.DIRECT_MARKETING)
                                .carriedBy("borrower")
                                .uses("contact-details")
                                .kept(RetentionTerm.from("card-returned")));
    }

    private static RetentionRule numbers() {
        RetentionTerm.FromEvent returned = RetentionTerm.from("card-returned");
        return RetentionRule.of(returned.plus(Period.ofMonths(3)))
                .inCountries(Set.of("NO", "DK"), returned.plus(Period.ofYears(1)))
                .forSubjects(Set.of("guardian", "former-borrower"), returned.plus(Period.ofMonths(6)))
                .with(new RetentionRule.Variant(Set.of("NO"), Set.of("guardian"), returned.plus(Period.ofYears(2))));
    }

    private static void morePurposes(PolicyBuilder policy, Order order) {
        policy.purpose(
                        "order-in-the-house",
                        p -> p.describedAs(text("To protect the books", "Att skydda böckerna"))
                                .basis(new LawfulBasis.LegitimateInterests(
                                        text("that nothing is stolen", "att inget stjäls"), "LIA-2"))
                                .carriedBy(order.of("visitor", "borrower"))
                                .uses(order.of("address-in-logs", "theft-record", "statistics"))
                                .kept(earliestOf(
                                        RetentionTerm.from("claim-settled"),
                                        RetentionTerm.from("recorded").plus(Period.ofDays(30))))
                                .kept(
                                        "statistics",
                                        latestOf(
                                                RetentionTerm.from("recorded").plus(Period.ofYears(1)),
                                                RetentionTerm.from("claim-settled"))))
                .purpose(
                        "reading-aids",
                        p -> p.describedAs(text("To lend reading aids", "Att låna ut läshjälpmedel"))
                                .consent(ConsentTerms.of(ConsentText.of(1, "en", "May we note your aid?")
                                                .and("sv", "Får vi anteckna ditt hjälpmedel?"))
                                        .validFor(Period.ofYears(1))
                                        .withDoubleOptIn(Period.ofDays(14))
                                        .withAgeGate())
                                .specialCondition(SpecialCondition.Kind.EXPLICIT_CONSENT, "")
                                .carriedBy(order.of("borrower", "guardian"))
                                .uses("reading-aid")
                                .jointlyWith("city")
                                .disclosesTo("network")
                                .kept(RetentionTerm.from("card-returned")))
                .purpose(
                        "measuring",
                        p -> p.describedAs(text("To measure what is read", "Att mäta vad som läses"))
                                .consent(ConsentTerms.of(ConsentText.of(1, "en", "May we measure?")
                                        .and("sv", "Får vi mäta?")))
                                .nature(Nature.TRACKING)
                                .carriedBy("visitor")
                                .uses("address-in-logs")
                                .disclosesTo("analyst")
                                .kept(RetentionTerm.from("recorded").plus(Period.ofMonths(13))));
    }

    private static void others(PolicyBuilder policy) {
        policy.onBehalf(new ProcessingOnBehalf(
                        "schools",
                        text("To run the catalogues of schools", "Att driva skolors kataloger"),
                        text("schools that use our catalogue", "skolor som använder vår katalog"),
                        Set.of("data-centre")))
                .otherPolicy(new OtherPolicy(
                        "map",
                        text(
                                "The map on our page comes from somebody else",
                                "Kartan på vår sida kommer från någon annan"),
                        "https://map.example/privacy"));
    }

    static List<String> problems() {
        return draft().findings().stream().map(Object::toString).toList();
    }
}

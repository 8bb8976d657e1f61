package org.privacyrules.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.policy.Finding;
import org.privacyrules.policy.InvalidPolicyException;
import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.Party;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Recipient;
import org.privacyrules.policy.RightsTerms;
import org.privacyrules.policy.Safeguard;
import org.privacyrules.policy.SupervisoryAuthorities;
import org.w3c.dom.Element;

/** The notice says all that Art. 13 and 14 order, and nothing that does not concern its reader. */
class PrivacyNoticeTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private static final PrivacyNotice NOTICE = PrivacyNotice.of(LendingLibrary.policy());
    private static final Sections ENGLISH = new Sections(NOTICE.markdown());
    private static final Sections IN_SWEDISH =
            new Sections(NOTICE.forLocale(SWEDISH).markdown());

    private static void says(String text, String... phrases) {
        for (String phrase : phrases) {
            assertTrue(text.contains(phrase), () -> "\"" + phrase + "\" is missing from:\n" + text);
        }
    }

    private static void saysNot(String text, String... phrases) {
        for (String phrase : phrases) {
            assertFalse(text.contains(phrase), () -> "\"" + phrase + "\" stands in:\n" + text);
        }
    }

    @Test
    @Gdpr("13(1)(a)")
    void the_controller_and_the_representative_can_be_reached() {
        says(
                ENGLISH.section("contacts"),
                "Lending Library Ltd, 556000-0001",
                "1 Book Street, Oslo",
                "(mailto:privacy@library.example)",
                "(tel:+47123456)",
                "https://library.example/privacy",
                "Our representative in the EU**: Representative AB");
    }

    @Test
    @Gdpr("13(1)(b)")
    @Mission("M24")
    void the_officer_of_the_day_is_named() {
        says(ENGLISH.section("contacts"), "Data protection officer", "Olga Officer", "dpo@library.example");
        String later = NOTICE.on(LocalDate.of(2022, 6, 1)).markdown();
        says(later, "Per Protector");
        saysNot(later, "Olga Officer");
    }

    @Test
    @Gdpr("26(2)")
    void who_decides_together_with_the_controller_is_named_and_people_can_turn_to_each() {
        says(ENGLISH.section("contacts"), "Responsible together with us**: The City");
        says(
                ENGLISH.section("purpose-reading-aids"),
                "We decide on this together with The City. You can use your rights with each of us.");
    }

    @Test
    @Gdpr("13(1)(c)")
    @Mission("M4")
    void each_purpose_has_its_basis_with_article_and_citation_in_the_first_layer_and_in_the_second() {
        String table = ENGLISH.section("summary");
        says(
                table,
                "[To lend you books](#purpose-lending)</strong> | A contract with you (Art. 6(1)(b) GDPR)",
                "A legal duty, Bokföringslagen 7 kap. 2 § (Art. 6(1)(c) GDPR)",
                "Your consent (Art. 6(1)(a) GDPR)");
        for (String purpose : LendingLibrary.policy().purposes().keySet()) {
            says(table, "(#purpose-" + purpose + ")");
            says(ENGLISH.section("purpose-" + purpose), "We may do this because of ", "(Art. 6(1)(");
        }
        says(
                IN_SWEDISH.section("summary"),
                "En skyldighet enligt lag, Bokföringslagen 7 kap. 2 § (artikel 6.1 c i GDPR)");
    }

    @Test
    @Gdpr("13(1)(d)")
    void the_legitimate_interest_is_told() {
        says(ENGLISH.section("summary"), "Our legitimate interest: that nothing is stolen (Art. 6(1)(f) GDPR)");
        says(IN_SWEDISH.section("summary"), "Vårt berättigade intresse: att inget stjäls (artikel 6.1 f i GDPR)");
    }

    @Test
    @Gdpr("14(1)(d)")
    @Mission("M5")
    void each_category_tells_what_belongs_to_it_and_of_whom_it_is_kept() {
        says(ENGLISH.layer("How we reach you"), "E-mail address and telephone number.");
        says(
                ENGLISH.layer("Personal number"),
                "People in Norway and Sweden.",
                "About whoever has a library card; had a library card.",
                "Two people can have the same name.");
        says(IN_SWEDISH.layer("Personnummer"), "Norge och Sverige", "har ett lånekort; hade ett lånekort");
    }

    @Test
    @Gdpr("9(2)")
    @Gdpr("10")
    void sensitive_data_name_what_allows_them() {
        says(ENGLISH.layer("Which reading aid you need"), "Sensitive data");
        says(ENGLISH.section("purpose-reading-aids"), "What allows it is your explicit consent (Art. 9(2)(a) GDPR).");
        says(ENGLISH.layer("Convictions for theft here"), "Art. 10 GDPR", "The Library Act allows it.");
    }

    @Test
    @Mission("M16")
    void it_is_told_how_easily_data_lead_to_a_person() {
        says(ENGLISH.layer("Addresses in our logs"), "They lead to you only together with other data.");
        says(ENGLISH.layer("Counts a month"), "They lead to nobody.");
    }

    @Test
    @Gdpr("13(1)(e)")
    @Mission("M7")
    void each_recipient_is_named_with_its_role_its_country_and_what_it_is_for() {
        says(
                ENGLISH.section("recipients"),
                "**Our printer** | Germany | Works for us and follows our instructions (processor) | [To lend you books]",
                "**Counting Inc** | Brazil | Decides itself how it uses the data (controller)",
                "**The network of libraries** | Sweden | Decides together with us (joint controller)");
        saysNot(ENGLISH.section("recipients"), "data centre");
        says(ENGLISH.section("purpose-lending"), "Our printer", "Our bookbinder");
        says(ENGLISH.section("purpose-news"), "Nobody outside.");
        says(IN_SWEDISH.section("recipients"), "Tyskland", "Brasilien", "personuppgiftsbiträde");
    }

    @Test
    @Gdpr("13(1)(f)")
    void a_transfer_names_the_decision_or_the_safeguard_and_how_to_get_a_copy() {
        says(
                ENGLISH.section("transfers"),
                "**Counting Inc: Brazil**",
                "standard contractual clauses of the European Commission (Art. 46(2)(c)-(d) GDPR): module one of decision"
                        + " 2021/914.",
                "Contact us for a copy: [privacy@library.example]",
                "**Our bookbinder: Switzerland**: The European Commission has decided");
        saysNot(ENGLISH.section("transfers"), "printer");
    }

    @Test
    @Gdpr("13(1)(f)")
    void without_a_transfer_that_is_told() {
        says(
                new Sections(NOTICE.concerning("guardian").markdown()).section("transfers"),
                "No recipient is outside the European Economic Area");
    }

    @Test
    @Gdpr("13(2)(a)")
    @Mission("M4")
    void each_purpose_tells_how_long_it_keeps_which_data() {
        says(
                ENGLISH.section("purpose-lending"),
                "How we reach you – **until 3 months after the card was returned**",
                "What you borrow – **until the loan ended, but never older than 2 years**");
        says(
                ENGLISH.section("purpose-bookkeeping"),
                "**until the end of the seventh year after the calendar year in which the fiscal year ended");
        says(ENGLISH.section("retention"), "What you borrow: 2 years", "Addresses in our logs: 90 days");
        says(
                IN_SWEDISH.section("purpose-lending"),
                "till 3 månader efter att lånekortet lämnades tillbaka",
                "men de blir aldrig äldre än 2 år");
    }

    @Test
    @Gdpr("13(2)(a)")
    @Mission("M4")
    void it_is_told_for_whom_a_category_is_kept_for_another_time() {
        says(
                ENGLISH.section("purpose-lending"),
                "Personal number – **until 3 months after the card was returned; for people in Denmark or Norway: until 1 year");
        says(
                IN_SWEDISH.section("purpose-lending"),
                "för den som bor i Danmark eller Norge: till 1 år efter att lånekortet lämnades tillbaka",
                "för den som hade ett lånekort eller svarar för ett barn som lånar, nu eller tidigare: till 6 månader",
                "för den som bor i Norge och svarar för ett barn som lånar, nu eller tidigare: till 2 år");
        says(ENGLISH.section("retention"), "If several fit you, the longest counts");
        says(IN_SWEDISH.section("retention"), "gäller den längsta");
    }

    @Test
    @Gdpr("13(2)(b)")
    @Gdpr("15")
    @Gdpr("16")
    @Gdpr("17")
    @Gdpr("18")
    @Gdpr("20")
    void every_right_is_told() {
        for (Sections notice : List.of(ENGLISH, IN_SWEDISH)) {
            for (int article : List.of(15, 16, 17, 18, 20)) {
                String rights = notice.section("rights");
                assertTrue(rights.contains("Art. " + article + " GDPR")
                        || rights.contains("artikel " + article + " i GDPR"));
            }
        }
        String portable = ENGLISH.section("rights").replaceAll("(?s).*Take them with you(.*)Withdraw consent.*", "$1");
        says(portable, "#purpose-lending", "#purpose-reading-aids");
        saysNot(portable, "#purpose-bookkeeping", "#purpose-news");
    }

    @Test
    @Gdpr("21(4)")
    void the_right_to_object_stands_apart_from_everything_else() {
        String objection = ENGLISH.section("objection");
        says(objection, "#purpose-news", "#purpose-order-in-the-house", "privacy@library.example");
        saysNot(objection, "#purpose-lending", "#purpose-measuring");
        assertTrue(ENGLISH.all().indexOf("id=\"objection\"") < ENGLISH.all().indexOf("id=\"rights\""));
        says(ENGLISH.section("summary"), "see [Your right to object](#objection)");
        says(ENGLISH.section("purpose-news"), "You can object to this: see [Your right to object](#objection).");
    }

    @Test
    @Gdpr("21(2)")
    void an_objection_to_marketing_needs_no_reason() {
        says(
                ENGLISH.section("objection"),
                "<strong>You can say no to marketing at any time. You need no reason, and we stop.</strong>");
        says(IN_SWEDISH.section("objection"), "Du behöver inte säga varför, och vi slutar.");
    }

    @Test
    void where_nothing_can_be_objected_to_nothing_is_said_of_it() {
        Sections guardian = new Sections(NOTICE.concerning("guardian").markdown());
        assertFalse(guardian.has("objection"));
        says(guardian.all(), "## <a id=\"rights\"></a>Your rights\n");
    }

    @Test
    @Gdpr("13(2)(c)")
    @Gdpr("7(3)")
    void consent_can_be_withdrawn_at_any_time() {
        String withdrawal = ENGLISH.section("rights").replaceAll("(?s).*Withdraw consent(.*)How we answer.*", "$1");
        says(withdrawal, "at any time, as easily as you gave it", "remains lawful", "#purpose-measuring");
        saysNot(withdrawal, "#purpose-lending");
        says(
                ENGLISH.section("purpose-reading-aids"),
                "We ask you first: “May we note your aid?”",
                "do so within 14 days",
                "Your yes holds for 1 year");
        assertFalse(new Sections(NOTICE.concerning("former-borrower").markdown())
                .section("rights")
                .contains("Withdraw"));
    }

    @Test
    @Gdpr("12(3)")
    @Gdpr("12(5)")
    @Gdpr("12(6)")
    void people_are_told_how_quickly_they_are_answered_and_at_what_cost() {
        says(
                ENGLISH.section("answers"),
                "within 1 month at the latest",
                "up to 2 months more",
                "It costs nothing.",
                "beyond 2 a year",
                "only if there is a reasonable doubt",
                "after 30 days at the latest");
        says(IN_SWEDISH.section("answers"), "senast inom 1 månad", "upp till 2 månader till", "Det kostar inget.");
    }

    @Test
    @Gdpr("13(2)(d)")
    @Gdpr("77(1)")
    @Mission("M25")
    void people_may_complain_to_the_authority_of_the_day_or_to_their_own() {
        says(
                ENGLISH.section("complaint"),
                "You may complain to **Datainspektionen**",
                "where you live, where you work, or where it happened",
                "Box 8114, 104 20 Stockholm");
        String later = new Sections(NOTICE.on(LocalDate.of(2021, 1, 1)).markdown()).section("complaint");
        says(later, "Integritetsskyddsmyndigheten (IMY)", "mailto:imy@imy.se");
    }

    @Test
    @Gdpr("13(2)(e)")
    @Mission("M12")
    void it_is_told_whether_data_must_be_provided_and_what_refusing_means() {
        says(
                ENGLISH.layer("How we reach you"),
                "Yes. Without them we cannot enter into or keep our contract with you, and the law demands them.");
        says(ENGLISH.layer("Personal number"), "Yes. Without it there is no card.");
        says(ENGLISH.layer("Which reading aid you need"), "No. It is up to you.");
        says(ENGLISH.layer("Your credit score"), "No. You pay a deposit instead.");
        saysNot(ENGLISH.layer("What you paid"), "Must you provide");
    }

    @Test
    @Gdpr("13(2)(f)")
    @Gdpr("22(1)")
    void a_decision_by_machine_is_told_with_its_logic_and_consequences() {
        says(
                ENGLISH.section("automated-decisions"),
                "(#purpose-deposit)",
                "How it works: Below 50 points a deposit is asked for.",
                "What it can mean: You pay 10 euros in advance.",
                "have a human look at the decision");
        says(
                new Sections(NOTICE.concerning("visitor").markdown()).section("automated-decisions"),
                "No machine alone makes decisions");
    }

    @Test
    @Gdpr("14(2)(f)")
    @Mission("M17")
    void data_from_others_name_their_source_and_whether_it_is_public() {
        says(ENGLISH.layer("Convictions for theft here"), "From somebody else. The court; public.");
        says(ENGLISH.layer("How we reach you"), "From you.");
        says(ENGLISH.layer("What you borrow"), "they arise when you deal with us");
        says(ENGLISH.section("answers"), "from somebody else, we tell you within 1 month");
    }

    @Test
    @Gdpr("8(1)")
    void behind_an_age_gate_children_are_told_of_a_guardian() {
        says(ENGLISH.section("children"), "13 to 16 years", "guardian", "#purpose-reading-aids");
        assertFalse(new Sections(NOTICE.concerning("visitor").markdown()).has("children"));
    }

    @Test
    @Gdpr("28(3)")
    void for_what_is_done_on_behalf_of_others_people_turn_to_them() {
        says(
                ENGLISH.section("on-behalf"),
                "Turn to them",
                "To run the catalogues of schools",
                "Responsible: schools that use our catalogue.");
    }

    @Test
    @Mission("M14")
    void the_policies_of_others_are_referred_to() {
        says(ENGLISH.section("other-policies"), "The map on our page", "(https://map.example/privacy)");
    }

    @Test
    @Gdpr("12(1)")
    void the_version_its_start_and_the_last_change_are_told() {
        says(
                ENGLISH.section("about"),
                "**Version**: 2020-03",
                "**In force from**: 1 March 2020",
                "**Last updated**: 1 March 2020");
        LocalDate day = LocalDate.of(2021, 7, 1);
        says(new Sections(NOTICE.on(day).markdown()).section("about"), "**Last updated**: 1 January 2021");
        says(IN_SWEDISH.section("about"), "**Gäller från**: 1 mars 2020");
    }

    @Test
    void each_kind_of_person_has_a_list_of_what_concerns_it() {
        String you = ENGLISH.section("you");
        says(you, "**Has a library card**", "**Looks at our pages without signing in**");
        String visitor = you.substring(you.indexOf("**Looks at"));
        says(visitor, "#purpose-order-in-the-house", "#purpose-measuring");
        saysNot(visitor, "#purpose-lending");
    }

    @Test
    @Gdpr("12(1)")
    void a_notice_for_some_people_tells_only_what_concerns_them() {
        String visitor = NOTICE.concerning("visitor").markdown();
        says(
                visitor,
                "This page is for whoever fits this: looks at our pages without signing in.",
                "#purpose-measuring");
        saysNot(visitor, "#purpose-lending", "Personal number", "Our printer", "has a library card", "id=\"you\"");
        UnknownNameException unknown = assertThrows(UnknownNameException.class, () -> NOTICE.concerning("visitors"));
        assertEquals("UNKNOWN_SUBJECT_KIND", unknown.code());
        assertTrue(unknown.getMessage().contains("did you mean \"visitor\"?"));
    }

    @Test
    @Gdpr("12(1)")
    void a_policy_that_does_not_say_all_gives_no_notice() {
        PrivacyPolicy incomplete = PrivacyPolicy.builder()
                .version("1")
                .effectiveFrom(LendingLibrary.FIRST_DAY)
                .zone(ZoneId.of("Europe/Stockholm"))
                .build();
        InvalidPolicyException refused = assertThrows(InvalidPolicyException.class, () -> PrivacyNotice.of(incomplete));
        assertEquals(incomplete.findings(), refused.findings());
        assertTrue(refused.getMessage().contains("MISSING_CONTROLLER"));
    }

    @Test
    @Gdpr("13(2)(d)")
    @Gdpr("45(9)")
    void a_notice_that_would_not_be_true_on_its_day_is_refused() {
        PrivacyPolicy shield = LendingLibrary.draft()
                .recipient(new Recipient(
                        "cloud",
                        LendingLibrary.text("Cloud Inc", "Cloud Inc"),
                        Recipient.Role.PROCESSOR,
                        "US",
                        Optional.of(new Safeguard(Safeguard.Kind.ADEQUACY_DECISION, "Privacy Shield"))))
                .purpose(
                        "storing",
                        p -> p.describedAs(LendingLibrary.text("To store", "Att lagra"))
                                .contract()
                                .carriedBy("borrower")
                                .uses("loans")
                                .disclosesTo("cloud")
                                .kept(RetentionTerm.from("loan-ended").plus(Period.ofDays(1))))
                .build();
        PrivacyNotice.of(shield).on(LocalDate.of(2020, 7, 15));
        InvalidPolicyException lapsed = assertThrows(
                InvalidPolicyException.class, () -> PrivacyNotice.of(shield).on(LocalDate.of(2020, 7, 16)));
        assertEquals(
                List.of("recipients.cloud"),
                lapsed.findings().stream().map(Finding::path).toList());
        assertThrows(InvalidInputException.class, () -> NOTICE.on(LendingLibrary.FIRST_DAY.minusDays(1)));
    }

    @Test
    void without_an_extension_none_is_announced() {
        RightsTerms prompt = RightsTerms.ofTheLaw().answeredWithin(Period.ofDays(14), Period.ZERO);
        String notice = PrivacyNotice.of(PrivacyPolicy.builder()
                        .version("1")
                        .effectiveFrom(LendingLibrary.FIRST_DAY)
                        .zone(ZoneId.of("Europe/Stockholm"))
                        .controller(Party.named("We").withPhone("112"))
                        .supervisoryAuthority(SupervisoryAuthorities.ofSweden())
                        .withoutAutomatedDecisions()
                        .rights(prompt)
                        .build())
                .markdown();
        says(notice, "within 14 days at the latest");
        saysNot(notice, "If it is complicated");
    }

    @Test
    void a_language_that_the_policy_does_not_speak_is_answered_in_its_first() {
        assertEquals(NOTICE.markdown(), NOTICE.forLocale(Locale.GERMAN).markdown());
        assertEquals(
                NOTICE.forLocale(SWEDISH).markdown(),
                NOTICE.forLocale(Locale.forLanguageTag("sv-FI")).markdown());
    }

    @Test
    void no_english_stands_in_the_swedish_notice() {
        saysNot(IN_SWEDISH.all(), "GDPR)\\.\\.", " the ", " you ", " data ", " until ");
        saysNot(ENGLISH.all(), " och ", " uppgifter", " du ");
    }

    @Test
    void every_link_within_the_page_leads_somewhere() {
        for (Locale locale : List.of(Locale.ENGLISH, SWEDISH)) {
            ParsedHtml html = ParsedHtml.of(NOTICE.forLocale(locale).html());
            List<String> ids =
                    html.all("*").stream().map(each -> each.getAttribute("id")).toList();
            for (Element link : html.all("a")) {
                String target = link.getAttribute("href");
                assertTrue(!target.startsWith("#") || ids.contains(target.substring(1)), target);
            }
        }
    }

    @Test
    void names_with_doubled_hyphens_have_anchors_too() {
        PrivacyPolicy policy = LendingLibrary.draft()
                .purpose(
                        "a--b-",
                        p -> p.describedAs(LendingLibrary.text("To a", "Att a"))
                                .contract()
                                .carriedBy("borrower")
                                .uses("loans")
                                .kept(RetentionTerm.from("loan-ended")))
                .purpose(
                        "a-b",
                        p -> p.describedAs(LendingLibrary.text("To b", "Att b"))
                                .contract()
                                .carriedBy("borrower")
                                .uses("loans")
                                .kept(RetentionTerm.from("loan-ended")))
                .build();
        says(PrivacyNotice.of(policy).markdown(), "[To a](#purpose-a-b)", "[To b](#purpose-a-b-2)");
    }

    @Test
    @Gdpr("12(1)")
    void hostile_texts_stay_words() {
        String attack = "<script>alert(1)</script>](javascript:x) {controller} |\n# =1+1";
        PrivacyPolicy policy = LendingLibrary.draft()
                .controller(
                        Party.named(attack).withEmail("a@b.example\"><script>").withUrl("javascript:alert(1)"))
                .subjectKind("intruder", LendingLibrary.text(attack, attack))
                .category(
                        "trick",
                        c -> c.describedAs(LendingLibrary.text(attack, attack))
                                .attributes(LendingLibrary.text(attack, attack)))
                .purpose(
                        "break-out",
                        p -> p.describedAs(LendingLibrary.text(attack, attack))
                                .basis(new LawfulBasis.LegitimateInterests(LendingLibrary.text(attack, attack), attack))
                                .carriedBy("intruder")
                                .uses("trick")
                                .kept(RetentionTerm.from("recorded")))
                .rights(RightsTerms.ofTheLaw())
                .build();
        for (String html : List.of(
                PrivacyNotice.of(policy).html(),
                ProcessingRecord.of(policy).html(),
                DeletionConcept.of(policy).html())) {
            saysNot(html, "<script", "href=\"javascript");
            says(html, "{controller}");
            assertEquals(0, ParsedHtml.of(html).all("script").size());
        }
        for (String markdown : List.of(
                PrivacyNotice.of(policy).markdown(),
                ProcessingRecord.of(policy).markdown(),
                DeletionConcept.of(policy).markdown())) {
            saysNot(markdown.replace("\\<", "").replace("\\]", ""), "<script", "](javascript", "\n# =");
        }
    }

    @Test
    void the_notice_can_be_looked_at() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "documents"));
        GeneratedDocuments.of(LendingLibrary.policy()).write(folder);
        Files.writeString(
                folder.resolve("privacy-notice-for-visitors.html"),
                NOTICE.concerning("visitor").html());
        assertTrue(Files.size(folder.resolve("privacy-notice.sv.html")) > 10_000);
    }
}

package org.privacyrules.examples.glesys;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.report.GeneratedDocuments;

/** What people, the authority and colleagues read is written from the rules that run. */
final class TheDocuments extends Chapter {

    private static final Path DIRECTORY = Path.of(System.getProperty("documents", "target/tour"));
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final PrivacyPolicy policy = CompanyPolicy.OF_MAY_2018;

    TheDocuments(Scene scene) {
        super(scene, "What people can read", POLICY_DAY + "10:00");
    }

    @Override
    void tell() {
        periods();
        Map<String, String> files = write();
        notice(files);
        records(files);
    }

    private void periods() {
        console.text("How long data are kept follows from events, and is told in words:");
        for (String purpose : List.of(Purposes.INVOICING, Purposes.SUPPORT, Purposes.PRODUCT_NEWS)) {
            console.quote(purpose + ": " + words(purpose, Locale.ENGLISH));
        }
        expect(
                Promise.M4,
                "Each purpose says how long it keeps each category that it uses",
                policy.purposes().values().stream()
                        .allMatch(purpose -> purpose.retention().keySet().equals(purpose.categories())));
        expect(
                Promise.M6,
                "Invoices: through the seventh year after the calendar year in which the fiscal year ended",
                words(Purposes.INVOICING, SWEDISH).startsWith("till utgången av det sjunde året efter det kalenderår"));
        expect(
                Promise.M16,
                "Addresses in logs are kept for 30 days",
                words(Purposes.INFRASTRUCTURE_LOGS, DataCategories.LOGGED_ADDRESS)
                        .contains("30 days"));
    }

    private String words(String purpose, Locale locale) {
        String category = policy.purpose(purpose).categories().stream()
                .sorted()
                .findFirst()
                .orElseThrow();
        return words(term(purpose, category), locale);
    }

    private String words(String purpose, String category) {
        return words(term(purpose, category), Locale.ENGLISH);
    }

    private RetentionTerm term(String purpose, String category) {
        return Objects.requireNonNull(policy.purpose(purpose).retention().get(category), category)
                .term();
    }

    private String words(RetentionTerm term, Locale locale) {
        return term.words(
                locale,
                event -> Objects.requireNonNull(policy.events().get(event), event)
                        .description()
                        .forLocale(locale));
    }

    private Map<String, String> write() {
        GeneratedDocuments documents = GeneratedDocuments.of(policy);
        documents.write(DIRECTORY);
        documents.assertCurrent(DIRECTORY);
        Map<String, String> files = documents.files();
        console.text(
                "Written to " + DIRECTORY + ", the same bytes each time: " + String.join(", ", files.keySet()) + ".");
        return files;
    }

    private void notice(Map<String, String> files) {
        String notice = file(files, "privacy-notice.en.md");
        expect(
                Promise.M24,
                "The notice says how to reach the data protection officer",
                notice.contains("dpo@glesys.example"));
        expect(
                Promise.M25,
                "It says where to complain, and that people elsewhere may turn to their own authority",
                notice.contains("Datainspektionen"));
        expect(
                Promise.M7,
                "It says that the payment partner keeps the cards",
                notice.contains("payment partner keeps the cards"));
        expect(
                Promise.M12,
                "It says what refusing means: a name kept back costs an invited person nothing",
                notice.contains("You get the access all the same"));
        expect(
                Promise.M14,
                "It refers to the social network's own policy",
                notice.contains("social-network.example/privacy"));
        expect(
                Promise.M17,
                "It names the source of what others told",
                notice.contains("organisation that invited you"));
        expect(
                Promise.M3,
                "People read it in their language",
                file(files, "privacy-notice.sv.html").contains("lang=\"sv\""));
    }

    private void records(Map<String, String> files) {
        expect(
                Promise.M27,
                "The record of processing lists every purpose with its basis",
                policy.purposes().keySet().stream().allMatch(file(files, "processing-record.csv")::contains));
        expect(
                Promise.M2,
                "What customers put on their machines is recorded as processed on their behalf",
                file(files, "processing-record-as-processor.csv").contains("who run servers and services with us"));
        expect(
                Promise.M4,
                "The deletion concept has a rule for every category",
                policy.categories().keySet().stream().allMatch(file(files, "deletion-concept.csv")::contains));
    }

    private static String file(Map<String, String> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }
}

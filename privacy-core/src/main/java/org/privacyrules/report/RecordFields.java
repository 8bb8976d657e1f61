package org.privacyrules.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.Party;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.ProcessingOnBehalf;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.Recipient;
import org.privacyrules.policy.SubjectKind;
import org.privacyrules.policy.Transfers;

/** What the record says of each activity, in the order of Art. 30: for a row of a table and for a section of a page. */
final class RecordFields {

    private static final String APART = "; ";

    private static final List<String> PURPOSE =
            List.of("purpose", "basis", "joint", "kinds", "categories", "recipients", "transfers", "erasure");
    private static final List<String> ACTIVITY = List.of("processing", "controllers", "subprocessors", "transfers");

    private final PrivacyPolicy policy;
    private final LocalDate day;
    private final PolicyExcerpt excerpt;
    private final PolicyWords words;
    private final Grounds grounds;

    RecordFields(PrivacyPolicy policy, LocalDate day, PolicyWords words) {
        this.policy = policy;
        this.day = day;
        this.excerpt = PolicyExcerpt.of(policy);
        this.words = words;
        this.grounds = new Grounds(words);
    }

    /** One thing that the record says. */
    record Field(String label, List<String> values) {

        String value() {
            return String.join(APART, values);
        }
    }

    static String csv(List<String> header, List<List<String>> rows) {
        CsvTable table = new CsvTable(header);
        rows.forEach(table::row);
        return table.text();
    }

    List<String> purposeHeader() {
        return header("controller", PURPOSE);
    }

    List<String> activityHeader() {
        return header("processor", ACTIVITY);
    }

    private List<String> header(String who, List<String> what) {
        return Stream.of(Stream.of("name"), what.stream(), Stream.of("security", who, "representative", "officer"))
                .flatMap(each -> each)
                .map(this::label)
                .toList();
    }

    List<String> row(Purpose purpose) {
        return row(purpose.name(), purpose(purpose));
    }

    List<String> row(ProcessingOnBehalf activity) {
        return row(activity.name(), activity(activity));
    }

    private List<String> row(String name, List<Field> what) {
        List<String> row = new ArrayList<>(List.of(name));
        what.forEach(field -> row.add(field.value()));
        row.add(security());
        contacts().forEach(field -> row.add(field.value()));
        return row;
    }

    String security() {
        return stated(words.said(policy.securityMeasures()));
    }

    List<Field> contacts() {
        return List.of(
                contact("controller", policy.controller()),
                contact("representative", policy.representative()),
                contact("officer", policy.dataProtectionOfficer(day)));
    }

    private Field contact(String key, Optional<Party> party) {
        return new Field(label(key), List.of(stated(party.map(PartyLines::line).orElse(""))));
    }

    List<Field> purpose(Purpose purpose) {
        List<Recipient> recipients = excerpt.recipients(purpose.recipients());
        return labelled(
                PURPOSE,
                List.of(
                        List.of(words.title(purpose.description())),
                        List.of(grounds.of(purpose)),
                        jointControllers(purpose),
                        kinds(purpose),
                        excerpt.categories(purpose).stream().map(this::category).toList(),
                        recipients(recipients),
                        transfers(recipients),
                        erasure(purpose)));
    }

    List<Field> activity(ProcessingOnBehalf activity) {
        List<Recipient> subProcessors = excerpt.recipients(activity.subProcessors());
        return labelled(
                ACTIVITY,
                List.of(
                        List.of(words.title(activity.description())),
                        List.of(words.title(activity.controllers())),
                        recipients(subProcessors),
                        transfers(subProcessors)));
    }

    private List<Field> labelled(List<String> keys, List<List<String>> values) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            fields.add(new Field(label(keys.get(i)), orNone(values.get(i))));
        }
        return fields;
    }

    private String label(String key) {
        return words.text("record." + key);
    }

    private String stated(String text) {
        return text.isBlank() ? words.text("record.not-stated") : text;
    }

    private List<String> orNone(List<String> values) {
        return values.isEmpty() ? List.of(words.text("record.none")) : values;
    }

    private List<String> kinds(Purpose purpose) {
        return excerpt.kinds(purpose).stream()
                .map(SubjectKind::description)
                .map(words::said)
                .toList();
    }

    private List<String> jointControllers(Purpose purpose) {
        return policy.parties().entrySet().stream()
                .filter(party -> purpose.jointControllers().contains(party.getKey()))
                .map(party -> PartyLines.line(party.getValue()))
                .toList();
    }

    private String category(DataCategory category) {
        String attributes = String.join(
                ", ", category.attributes().stream().map(words::said).toList());
        return attributes.isEmpty()
                ? words.said(category.description())
                : words.said(category.description()) + " (" + attributes + ")";
    }

    private List<String> recipients(List<Recipient> recipients) {
        return recipients.stream()
                .map(recipient -> words.text(
                        "record.recipient",
                        "recipient",
                        words.said(recipient.description()),
                        "role",
                        words.text("record.role", recipient.role()),
                        "country",
                        words.country(recipient.country())))
                .toList();
    }

    private List<String> transfers(List<Recipient> recipients) {
        return recipients.stream()
                .filter(recipient -> Transfers.isThirdCountry(recipient.country(), day))
                .map(recipient -> words.text(
                        "record.transfer",
                        "recipient",
                        words.said(recipient.description()),
                        "country",
                        words.country(recipient.country()),
                        "safeguard",
                        safeguard(recipient)))
                .toList();
    }

    private String safeguard(Recipient recipient) {
        if (!Transfers.isCovered(recipient, day)) {
            return words.text("record.uncovered");
        }
        return recipient
                .safeguard()
                .map(safeguard -> words.text(
                        "record.safeguard",
                        "kind",
                        words.safeguard(safeguard.kind()),
                        "reference",
                        safeguard.reference()))
                .orElseGet(() -> words.text("record.adequate"));
    }

    private List<String> erasure(Purpose purpose) {
        return excerpt.categories(purpose).stream()
                .map(category -> words.said(category.description()) + ": " + words.until(purpose, category))
                .toList();
    }
}

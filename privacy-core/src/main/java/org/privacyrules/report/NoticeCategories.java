package org.privacyrules.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.DataCategory.Identifiability;
import org.privacyrules.policy.DataCategory.Provision;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.DataCategory.Source;
import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.SubjectKind;

/** The categories of data: what belongs to them, whence they come, whether one must provide them (Art. 13(2)(e), 14(1)(d)). */
final class NoticeCategories {

    private final NoticeSource source;
    private final PolicyExcerpt excerpt;
    private final PolicyWords words;

    NoticeCategories(NoticeSource source) {
        this.source = source;
        this.excerpt = source.excerpt();
        this.words = source.words();
    }

    void write(PageBuilder page) {
        page.heading(2, words.text("notice.data.title"), "data");
        page.add(Flow.paragraph(words.text("notice.data.intro")));
        for (DataCategory category : excerpt.categories()) {
            page.add(new Flow.Layer(
                    Phrase.of(words.title(category.description())), List.of(new Flow.Definitions(details(category)))));
        }
        page.heading(2, words.text("notice.retention.title"), "retention");
        page.add(Flow.paragraph(words.text("notice.retention.last")));
        if (excerpt.purposes().stream()
                .flatMap(purpose -> purpose.retention().values().stream())
                .anyMatch(rule -> !rule.variants().isEmpty())) {
            page.add(Flow.paragraph(words.text("notice.retention.variants")));
        }
        if (excerpt.categories().stream()
                .anyMatch(category -> category.maximumAge().isPresent())) {
            page.add(Flow.paragraph(words.text("notice.retention.at-most")), maximumAges());
        }
    }

    private Flow maximumAges() {
        List<String> ages = new ArrayList<>();
        excerpt.categories()
                .forEach(category -> category.maximumAge()
                        .ifPresent(age -> ages.add(words.title(category.description()) + ": " + words.period(age))));
        return Flow.bullets(ages);
    }

    private List<Flow.Definition> details(DataCategory category) {
        List<Flow.Definition> details = new ArrayList<>();
        if (!category.attributes().isEmpty()) {
            details.add(paragraph("notice.data.attributes", attributes(category)));
        }
        details.add(paragraph("notice.data.source", source(category)));
        provision(category).ifPresent(answer -> details.add(paragraph("notice.data.provision", answer)));
        limits(category).ifPresent(limits -> details.add(paragraph("notice.data.only", limits)));
        care(category).ifPresent(care -> details.add(paragraph("notice.data.care", care)));
        details.add(new Flow.Definition(
                Phrase.of(words.text("notice.data.purposes")),
                List.of(new Flow.Bullets(source.links(excerpt.purposes(category))))));
        return details;
    }

    private Flow.Definition paragraph(String key, String meaning) {
        return new Flow.Definition(Phrase.of(words.text(key)), List.of(Flow.paragraph(meaning)));
    }

    private String attributes(DataCategory category) {
        String attributes = words.listed(category.attributes().stream()
                .map(words::said)
                .map(PolicyWords::clause)
                .toList());
        String sentence = PolicyWords.sentence(attributes);
        return category.identifiability() == Identifiability.DIRECT
                ? sentence
                : sentence + " " + words.text("identifiability", category.identifiability());
    }

    private String source(DataCategory category) {
        String text = words.text("source", category.source());
        return category.sourceDetail().isEmpty()
                ? text
                : text + " " + PolicyWords.sentence(words.said(category.sourceDetail()));
    }

    /** Empty where nobody asks the person: for data that arise by themselves or that others give. */
    private Optional<String> provision(DataCategory category) {
        boolean voluntary = category.provision() == Provision.VOLUNTARY;
        String start = words.text(voluntary ? "provision.voluntary" : "provision.required");
        if (!category.refusal().isEmpty()) {
            return Optional.of(start + " " + PolicyWords.sentence(words.said(category.refusal())));
        }
        if (voluntary) {
            return Optional.of(start + " " + words.text("provision.nothing-follows"));
        }
        return category.source() == Source.PROVIDED
                ? Optional.of(start + " " + words.text(need(category)))
                : Optional.empty();
    }

    private String need(DataCategory category) {
        List<LawfulBasis> bases =
                excerpt.purposes(category).stream().map(Purpose::basis).toList();
        boolean contract = bases.stream().anyMatch(LawfulBasis.Contract.class::isInstance);
        boolean law = bases.stream().anyMatch(LawfulBasis.LegalObligation.class::isInstance);
        if (contract) {
            return law ? "provision.contract-and-law" : "provision.contract";
        }
        return law ? "provision.law" : "provision.purpose";
    }

    private Optional<String> limits(DataCategory category) {
        List<String> limits = new ArrayList<>();
        if (!category.countries().isEmpty()) {
            limits.add(words.text("notice.data.countries", "countries", words.countries(category.countries())));
        }
        if (!category.subjectKinds().isEmpty()) {
            limits.add(words.text("notice.data.kinds", "kinds", kinds(category)));
        }
        return limits.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", limits));
    }

    private String kinds(DataCategory category) {
        return String.join(
                "; ",
                excerpt.kinds().stream()
                        .filter(kind -> category.subjectKinds().contains(kind.name()))
                        .map(SubjectKind::description)
                        .map(words::said)
                        .map(PolicyWords::clause)
                        .toList());
    }

    private Optional<String> care(DataCategory category) {
        List<String> care = new ArrayList<>();
        if (category.sensitivity() != Sensitivity.ORDINARY) {
            care.add(words.text("sensitivity", category.sensitivity()));
        }
        if (!category.justification().isEmpty()) {
            care.add(PolicyWords.sentence(words.said(category.justification())));
        }
        return care.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", care));
    }
}

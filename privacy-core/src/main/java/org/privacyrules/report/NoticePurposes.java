package org.privacyrules.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.LocalText;
import org.privacyrules.policy.Party;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.Purpose.Nature;
import org.privacyrules.policy.Recipient;
import org.privacyrules.policy.SubjectKind;

/** Each purpose: why it is lawful, and in a second layer with which data, for how long and with whom (Art. 13(1)(c)-(e)). */
final class NoticePurposes {

    private final NoticeSource source;
    private final PolicyExcerpt excerpt;
    private final PolicyWords words;

    NoticePurposes(NoticeSource source) {
        this.source = source;
        this.excerpt = source.excerpt();
        this.words = source.words();
    }

    void write(PageBuilder page) {
        if (!source.forSomeOnly()) {
            kinds(page);
        }
        page.heading(2, words.text("notice.purposes.title"), "purposes");
        page.add(Flow.paragraph(words.text("notice.purposes.open")));
        for (Purpose purpose : excerpt.purposes()) {
            page.heading(3, words.title(purpose.description()), excerpt.anchor(purpose));
            page.add(Flow.paragraph(words.text("notice.purposes.why", "basis", words.basis(purpose.basis()))));
            page.add(new Flow.Layer(Phrase.of(words.text("notice.purposes.more")), details(purpose)));
        }
    }

    private void kinds(PageBuilder page) {
        page.heading(2, words.text("notice.kinds.title"), "you");
        page.add(Flow.paragraph(words.text("notice.kinds.intro")));
        page.add(new Flow.Definitions(excerpt.kinds().stream()
                .filter(kind -> !excerpt.purposes(kind).isEmpty())
                .map(this::kind)
                .toList()));
    }

    private Flow.Definition kind(SubjectKind kind) {
        return new Flow.Definition(
                Phrase.of(words.title(kind.description())),
                List.of(new Flow.Bullets(source.links(excerpt.purposes(kind)))));
    }

    private List<Flow> details(Purpose purpose) {
        List<Flow> details = new ArrayList<>();
        purpose.consentTerms().ifPresent(terms -> consent(terms).forEach(each -> details.add(Flow.paragraph(each))));
        special(purpose).forEach(each -> details.add(new Flow.Paragraph(each)));
        details.add(new Flow.Definitions(definitions(purpose)));
        return details;
    }

    private List<String> consent(ConsentTerms terms) {
        List<String> consent = new ArrayList<>();
        String question = words.said(new LocalText(terms.text().languages()));
        consent.add(words.text("notice.consent.question", "question", question));
        terms.confirmWithin()
                .ifPresent(period -> consent.add(words.text("notice.consent.confirm", "period", words.period(period))));
        terms.validity()
                .ifPresent(
                        period -> consent.add(words.text("notice.consent.validity", "period", words.period(period))));
        return consent;
    }

    private List<Phrase> special(Purpose purpose) {
        List<Phrase> special = new ArrayList<>();
        if (purpose.objectable()) {
            special.add(source.leading("notice.purposes.object", "notice.object.title", "objection"));
        }
        nature(purpose.nature()).ifPresent(key -> special.add(Phrase.of(words.text(key))));
        purpose.specialCondition()
                .ifPresent(condition -> special.add(
                        Phrase.of(words.text("notice.purposes.condition", "condition", words.condition(condition)))));
        purpose.automatedDecision()
                .ifPresent(decision -> special.add(
                        source.leading("notice.purposes.automated", "notice.automated.title", "automated-decisions")));
        if (!purpose.jointControllers().isEmpty()) {
            special.add(Phrase.of(words.text("notice.purposes.joint", "parties", parties(purpose.jointControllers()))));
        }
        return special;
    }

    private static Optional<String> nature(Nature nature) {
        return switch (nature) {
            case SERVICE_MESSAGE -> Optional.of("notice.purposes.service-message");
            case TRACKING -> Optional.of("notice.purposes.tracking");
            default -> Optional.empty();
        };
    }

    private String parties(Set<String> names) {
        return words.listed(source.policy().parties().entrySet().stream()
                .filter(party -> names.contains(party.getKey()))
                .map(Map.Entry::getValue)
                .map(Party::name)
                .toList());
    }

    private List<Flow.Definition> definitions(Purpose purpose) {
        List<Flow.Definition> definitions = new ArrayList<>();
        definitions.add(definition("notice.purposes.data", storage(purpose)));
        definitions.add(definition("notice.purposes.recipients", recipients(purpose)));
        if (!source.forSomeOnly()) {
            definitions.add(definition("notice.purposes.concerns", Flow.bullets(concerned(purpose))));
        }
        return definitions;
    }

    private Flow.Definition definition(String key, Flow meaning) {
        return new Flow.Definition(Phrase.of(words.text(key)), List.of(meaning));
    }

    private List<String> concerned(Purpose purpose) {
        return excerpt.kinds(purpose).stream()
                .map(SubjectKind::description)
                .map(words::title)
                .toList();
    }

    /** Categories that are kept equally long stand together. */
    private Flow storage(Purpose purpose) {
        Map<String, List<String>> byTerm = new LinkedHashMap<>();
        for (DataCategory category : excerpt.categories(purpose)) {
            byTerm.computeIfAbsent(words.until(purpose, category), term -> new ArrayList<>())
                    .add(words.title(category.description()));
        }
        return new Flow.Bullets(byTerm.entrySet().stream()
                .map(entry -> Phrase.of(
                        new Inline.Text(String.join("; ", entry.getValue()) + " – "),
                        new Inline.Strong(entry.getKey())))
                .toList());
    }

    private Flow recipients(Purpose purpose) {
        List<Recipient> recipients = excerpt.recipients(purpose.recipients());
        if (recipients.isEmpty()) {
            return Flow.paragraph(words.text("notice.purposes.nobody"));
        }
        return Flow.bullets(recipients.stream()
                .map(recipient -> words.title(recipient.description()))
                .toList());
    }
}

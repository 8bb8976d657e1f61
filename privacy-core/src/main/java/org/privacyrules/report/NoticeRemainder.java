package org.privacyrules.report;

import java.util.ArrayList;
import java.util.List;
import org.privacyrules.policy.AutomatedDecision;
import org.privacyrules.policy.ConsentTerms.AgeGate;
import org.privacyrules.policy.OtherPolicy;
import org.privacyrules.policy.ProcessingOnBehalf;
import org.privacyrules.policy.Purpose;

/** Decisions by machine, children, what others are responsible for, and the notice itself. */
final class NoticeRemainder {

    private final NoticeSource source;
    private final PolicyWords words;

    NoticeRemainder(NoticeSource source) {
        this.source = source;
        this.words = source.words();
    }

    void write(PageBuilder page) {
        automatedDecisions(page);
        children(page);
        onBehalf(page);
        otherPolicies(page);
        about(page);
    }

    private void automatedDecisions(PageBuilder page) {
        page.heading(2, words.text("notice.automated.title"), "automated-decisions");
        List<Purpose> automated = source.automated();
        if (automated.isEmpty()) {
            page.add(Flow.paragraph(words.text("notice.automated.none")));
            return;
        }
        page.add(new Flow.Definitions(automated.stream()
                .map(purpose -> new Flow.Definition(
                        source.link(purpose),
                        decision(purpose.automatedDecision().orElseThrow())))
                .toList()));
        page.add(new Flow.Paragraph(words.phrase("notice.automated.rights", "contact", source.contact())));
    }

    private List<Flow> decision(AutomatedDecision decision) {
        return List.of(
                Flow.paragraph(words.text("notice.automated.logic", "logic", sentence(words.said(decision.logic())))),
                Flow.paragraph(words.text(
                        "notice.automated.consequences",
                        "consequences",
                        sentence(words.said(decision.consequences())))));
    }

    private static String sentence(String text) {
        return PolicyWords.sentence(text);
    }

    private void children(PageBuilder page) {
        List<Purpose> gated = source.excerpt()
                .purposes(purpose -> purpose.consentTerms()
                        .filter(terms -> terms.ageGate() == AgeGate.REQUIRED)
                        .isPresent());
        if (!gated.isEmpty()) {
            page.heading(2, words.text("notice.children.title"), "children");
            page.add(Flow.paragraph(words.text("notice.children.guardian")), new Flow.Bullets(source.links(gated)));
        }
    }

    private void onBehalf(PageBuilder page) {
        if (source.policy().onBehalf().isEmpty()) {
            return;
        }
        page.heading(2, words.text("notice.behalf.title"), "on-behalf");
        page.add(Flow.paragraph(words.text("notice.behalf.turn")));
        page.add(new Flow.Definitions(
                source.policy().onBehalf().values().stream().map(this::activity).toList()));
    }

    private Flow.Definition activity(ProcessingOnBehalf activity) {
        return Flow.definition(
                words.title(activity.description()),
                Flow.paragraph(words.text(
                        "notice.behalf.controllers",
                        "controllers",
                        PolicyWords.clause(words.said(activity.controllers())))));
    }

    private void otherPolicies(PageBuilder page) {
        List<Phrase> others = source.policy().otherPolicies().values().stream()
                .map(this::other)
                .toList();
        if (!others.isEmpty()) {
            page.heading(2, words.text("notice.others.title"), "other-policies");
            page.add(Flow.paragraph(words.text("notice.others.intro")), new Flow.Bullets(others));
        }
    }

    private Phrase other(OtherPolicy policy) {
        List<Inline> parts = new ArrayList<>();
        parts.add(new Inline.Text(sentence(words.said(policy.description())) + " "));
        parts.add(Inline.link(policy.url(), policy.url()));
        return new Phrase(parts);
    }

    private void about(PageBuilder page) {
        page.heading(2, words.text("notice.about.title"), "about");
        page.add(new Flow.Definitions(List.of(
                entry("notice.about.version", source.policy().version()),
                entry("notice.about.effective", words.date(source.policy().firstDay())),
                entry("notice.about.updated", words.date(source.lastUpdated())))));
    }

    private Flow.Definition entry(String key, String value) {
        return Flow.definition(words.text(key), Flow.paragraph(value));
    }
}

package org.privacyrules.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.privacyrules.policy.Recipient;
import org.privacyrules.policy.Safeguard;

/** Who receives data, where, and what protects them outside the European Economic Area (Art. 13(1)(e)-(f)). */
final class NoticeRecipients {

    private final NoticeSource source;
    private final PolicyWords words;

    NoticeRecipients(NoticeSource source) {
        this.source = source;
        this.words = source.words();
    }

    void write(PageBuilder page) {
        List<Recipient> recipients = source.excerpt().recipients();
        page.heading(2, words.text("notice.recipients.title"), "recipients");
        if (recipients.isEmpty()) {
            page.add(Flow.paragraph(words.text("notice.recipients.nobody")));
            return;
        }
        page.add(table(recipients));
        page.heading(3, words.text("notice.transfers.title"), "transfers");
        page.add(transfers());
    }

    private Flow table(List<Recipient> recipients) {
        List<Phrase> header = Stream.of("who", "where", "role", "why")
                .map(column -> Phrase.of(words.text("notice.recipients." + column)))
                .toList();
        return new Flow.Table(
                Phrase.of(words.text("notice.recipients.caption")),
                header,
                recipients.stream().map(this::row).toList(),
                true);
    }

    private List<Phrase> row(Recipient recipient) {
        return List.of(
                Phrase.of(words.title(recipient.description())),
                Phrase.of(words.country(recipient.country())),
                Phrase.of(PolicyWords.capital(words.role(recipient.role()))),
                source.linkLines(source.excerpt().purposes(recipient)));
    }

    private Flow transfers() {
        List<Recipient> outside = source.thirdCountryRecipients();
        if (outside.isEmpty()) {
            return Flow.paragraph(words.text("notice.transfers.none"));
        }
        return new Flow.Definitions(outside.stream().map(this::transfer).toList());
    }

    private Flow.Definition transfer(Recipient recipient) {
        List<Flow> protection = new ArrayList<>();
        protection.add(Flow.paragraph(recipient
                .safeguard()
                .map(safeguard -> words.text(
                        "notice.transfers.safeguard",
                        "kind",
                        words.safeguard(safeguard.kind()),
                        "reference",
                        PolicyWords.clause(safeguard.reference())))
                .orElseGet(() -> words.text("notice.transfers.adequate"))));
        if (recipient.safeguard().filter(NoticeRecipients::canBeCopied).isPresent()) {
            protection.add(new Flow.Paragraph(words.phrase("notice.transfers.copy", "contact", source.contact())));
        }
        Phrase term = words.phrase(
                "notice.transfers.whither",
                Map.of(
                        "recipient", Phrase.of(words.title(recipient.description())),
                        "country", Phrase.of(words.country(recipient.country()))));
        return new Flow.Definition(term, protection);
    }

    private static boolean canBeCopied(Safeguard safeguard) {
        return safeguard.kind() != Safeguard.Kind.ADEQUACY_DECISION && safeguard.kind() != Safeguard.Kind.DEROGATION;
    }
}

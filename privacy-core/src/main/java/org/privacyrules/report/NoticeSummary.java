package org.privacyrules.report;

import java.util.ArrayList;
import java.util.List;

/** The first layer: what we do, why we may, and what one can do about it. */
final class NoticeSummary {

    private final NoticeSource source;
    private final PolicyWords words;

    NoticeSummary(NoticeSource source) {
        this.source = source;
        this.words = source.words();
    }

    void write(PageBuilder page) {
        page.heading(2, words.text("notice.short.title"), "summary");
        page.add(new Flow.Bullets(points()), purposes());
    }

    private List<Phrase> points() {
        List<Phrase> points = new ArrayList<>();
        points.add(Phrase.of(words.text("notice.short.use")));
        points.add(
                source.excerpt().recipients().isEmpty()
                        ? Phrase.of(words.text("notice.short.no-recipients"))
                        : source.leading("notice.short.recipients", "notice.recipients.title", "recipients"));
        points.add(
                source.automated().isEmpty()
                        ? Phrase.of(words.text("notice.short.not-automated"))
                        : source.leading("notice.short.automated", "notice.automated.title", "automated-decisions"));
        if (source.hasObjection()) {
            points.add(source.leading("notice.short.object", "notice.object.title", "objection"));
        }
        if (!source.asked().isEmpty()) {
            points.add(Phrase.of(words.text("notice.short.withdraw")));
        }
        points.add(words.phrase("notice.short.contact", "contact", source.contact()));
        return points;
    }

    private Flow purposes() {
        return new Flow.Table(
                Phrase.of(words.text("notice.short.purposes")),
                List.of(Phrase.of(words.text("notice.short.what")), Phrase.of(words.text("notice.short.why"))),
                source.excerpt().purposes().stream()
                        .map(purpose -> List.of(
                                source.link(purpose), Phrase.of(PolicyWords.capital(words.basis(purpose.basis())))))
                        .toList(),
                true);
    }
}

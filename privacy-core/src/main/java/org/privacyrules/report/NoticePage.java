package org.privacyrules.report;

import org.privacyrules.policy.SubjectKind;

/** The notice from top to bottom: what everybody should see, then the details. */
final class NoticePage {

    private final NoticeSource source;
    private final PolicyWords words;

    NoticePage(NoticeSource source) {
        this.source = source;
        this.words = source.words();
    }

    Page page() {
        PageBuilder page = new PageBuilder(words.text("notice.title"), words.language())
                .lead(Phrase.of(lead()))
                .footer(Phrase.of(words.text(
                        "notice.footer",
                        "version",
                        source.policy().version(),
                        "controller",
                        source.controller().name())));
        new NoticeSummary(source).write(page);
        new NoticeContacts(source).write(page);
        new NoticeRights(source).write(page);
        new NoticePurposes(source).write(page);
        new NoticeCategories(source).write(page);
        new NoticeRecipients(source).write(page);
        new NoticeRemainder(source).write(page);
        return page.build();
    }

    private String lead() {
        String lead =
                words.text("notice.lead", "controller", source.controller().name());
        return source.forSomeOnly() ? lead + " " + words.text("notice.lead.some", "kinds", kinds()) : lead;
    }

    private String kinds() {
        return String.join(
                "; ",
                source.excerpt().kinds().stream()
                        .map(SubjectKind::description)
                        .map(words::said)
                        .toList());
    }
}

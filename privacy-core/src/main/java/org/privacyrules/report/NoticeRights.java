package org.privacyrules.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.Party;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.Right;
import org.privacyrules.policy.RightsTerms;
import org.privacyrules.policy.RightsTerms.FurtherCopies;
import org.privacyrules.policy.RightsTerms.Pause;

/** What people can ask for, and where they can complain (Art. 12, 13(2)(b)-(d) and 15-22 GDPR). */
final class NoticeRights {

    /** Those that everybody has, whatever the purposes rest on. */
    private static final List<Right> ALWAYS =
            List.of(Right.ACCESS, Right.RECTIFICATION, Right.ERASURE, Right.RESTRICTION);

    private final NoticeSource source;
    private final PolicyWords words;
    private final RightsTerms terms;

    NoticeRights(NoticeSource source) {
        this.source = source;
        this.words = source.words();
        this.terms = source.policy().rights();
    }

    void write(PageBuilder page) {
        if (source.hasObjection()) {
            objection(page);
        }
        String title = source.hasObjection() ? "notice.rights.title" : "notice.rights.title.all";
        page.heading(2, words.text(title), "rights").add(rights());
        page.heading(3, words.text("notice.answer.title"), "answers").add(new Flow.Bullets(answers()));
        complaint(page);
    }

    /** In a section of its own, as Art. 21(4) orders. */
    private void objection(PageBuilder page) {
        page.heading(2, words.text("notice.object.title"), "objection");
        if (!source.marketing().isEmpty()) {
            page.add(strong("notice.object.marketing"), links(source.marketing()));
        }
        if (!source.weighed().isEmpty()) {
            page.add(strong("notice.object.weighed"), text("notice.object.weighing"), links(source.weighed()));
        }
        page.add(new Flow.Paragraph(words.phrase("notice.object.contact", "contact", source.contact())));
    }

    private Flow rights() {
        List<Flow.Definition> rights = new ArrayList<>();
        ALWAYS.forEach(right -> rights.add(right(right)));
        if (!source.portable().isEmpty()) {
            rights.add(right(Right.PORTABILITY, links(source.portable())));
        }
        if (!source.asked().isEmpty()) {
            rights.add(right(Right.WITHDRAWAL, links(source.asked())));
        }
        return new Flow.Definitions(rights);
    }

    private Flow.Definition right(Right right, Flow... more) {
        String key = PolicyWords.key("right", right);
        List<Flow> meaning = new ArrayList<>(List.of(text(key + ".meaning")));
        meaning.addAll(List.of(more));
        return new Flow.Definition(Phrase.of(words.text(key)), meaning);
    }

    private List<Phrase> answers() {
        List<Phrase> answers = new ArrayList<>();
        answers.add(words.phrase("notice.answer.contact", "contact", source.contact()));
        answers.add(Phrase.of(words.text("notice.answer.within", "period", words.period(terms.answerWithin()))));
        if (!terms.extension().isZero()) {
            answers.add(Phrase.of(words.text(
                    "notice.answer.extension",
                    "period",
                    words.period(terms.extension()),
                    "within",
                    words.period(terms.answerWithin()))));
        }
        if (terms.pause() == Pause.RESTART) {
            answers.add(Phrase.of(words.text("notice.answer.restart")));
        } else if (terms.pause() != Pause.NONE) {
            answers.add(Phrase.of(words.text("notice.answer.suspend")));
        }
        answers.add(Phrase.of(words.text("notice.answer.free")));
        if (terms.furtherCopies() == FurtherCopies.FEE_FOR_FURTHER_COPY) {
            answers.add(Phrase.of(words.text("notice.answer.copies", "number", Integer.toString(terms.freeCopies()))));
        }
        answers.add(
                Phrase.of(words.text("notice.answer.identity", "period", words.period(terms.identityEvidenceFor()))));
        if (hasOtherSources()) {
            answers.add(Phrase.of(words.text("notice.answer.inform", "period", words.period(terms.informWithin()))));
        }
        return answers;
    }

    private boolean hasOtherSources() {
        return source.excerpt().categories().stream()
                .anyMatch(category -> category.source() == DataCategory.Source.THIRD_PARTY);
    }

    private void complaint(PageBuilder page) {
        Party authority = source.policy().supervisoryAuthority(source.day()).orElseThrow();
        page.heading(2, words.text("notice.complain.title"), "complaint");
        page.add(
                new Flow.Paragraph(words.phrase(
                        "notice.complain.us", Map.of("authority", Phrase.of(new Inline.Strong(authority.name()))))),
                text("notice.complain.elsewhere"),
                new Flow.Paragraph(PartyLines.of(authority)));
    }

    private Flow text(String key) {
        return Flow.paragraph(words.text(key));
    }

    private Flow strong(String key) {
        return Flow.paragraph(new Inline.Strong(words.text(key)));
    }

    private Flow links(List<Purpose> purposes) {
        return new Flow.Bullets(source.links(purposes));
    }
}

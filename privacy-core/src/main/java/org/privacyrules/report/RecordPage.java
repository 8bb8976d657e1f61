package org.privacyrules.report;

import java.util.ArrayList;
import java.util.List;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.ProcessingOnBehalf;
import org.privacyrules.policy.Purpose;

/** The record as a page: contacts and security once, then each activity. */
final class RecordPage {

    private final PrivacyPolicy policy;
    private final PolicyWords words;
    private final RecordFields fields;

    RecordPage(PrivacyPolicy policy, PolicyWords words, RecordFields fields) {
        this.policy = policy;
        this.words = words;
        this.fields = fields;
    }

    Page page() {
        PageBuilder page = new PageBuilder(words.text("record.title"), words.language())
                .lead(Phrase.of(
                        words.text("record.lead", "version", policy.version(), "day", words.date(policy.firstDay()))));
        page.heading(2, words.text("record.contacts"), "contacts").add(definitions(fields.contacts()));
        page.heading(2, words.text("record.security"), "security").add(Flow.paragraph(fields.security()));
        page.heading(2, words.text("record.as-controller"), "as-controller");
        if (policy.purposes().isEmpty()) {
            page.add(Flow.paragraph(words.text("record.no-purposes")));
        }
        policy.purposes().values().forEach(purpose -> purpose(page, purpose));
        page.heading(2, words.text("record.as-processor"), "as-processor");
        if (policy.onBehalf().isEmpty()) {
            page.add(Flow.paragraph(words.text("record.no-activities")));
        }
        policy.onBehalf().values().forEach(activity -> activity(page, activity));
        return page.build();
    }

    private void purpose(PageBuilder page, Purpose purpose) {
        section(page, words.title(purpose.description()), purpose.name(), fields.purpose(purpose));
    }

    private void activity(PageBuilder page, ProcessingOnBehalf activity) {
        section(page, words.title(activity.description()), activity.name(), fields.activity(activity));
    }

    /** The title says the first field already. */
    private void section(PageBuilder page, String title, String name, List<RecordFields.Field> what) {
        List<Flow.Definition> definitions = new ArrayList<>();
        definitions.add(new Flow.Definition(
                Phrase.of(words.text("record.name")), List.of(Flow.paragraph(new Inline.Code(name)))));
        what.stream().skip(1).map(RecordPage::definition).forEach(definitions::add);
        page.heading(3, title).add(new Flow.Definitions(definitions));
    }

    private static Flow definitions(List<RecordFields.Field> fields) {
        return new Flow.Definitions(fields.stream().map(RecordPage::definition).toList());
    }

    private static Flow.Definition definition(RecordFields.Field field) {
        List<String> values = field.values().stream().map(PolicyWords::capital).toList();
        return Flow.definition(
                field.label(), values.size() == 1 ? Flow.paragraph(values.get(0)) : Flow.bullets(values));
    }
}

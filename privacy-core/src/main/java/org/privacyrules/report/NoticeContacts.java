package org.privacyrules.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.privacyrules.policy.Party;

/** Who is responsible and how to reach them (Art. 13(1)(a)-(b) and 26 GDPR). */
final class NoticeContacts {

    private final NoticeSource source;
    private final PolicyWords words;

    NoticeContacts(NoticeSource source) {
        this.source = source;
        this.words = source.words();
    }

    void write(PageBuilder page) {
        page.heading(2, words.text("notice.contacts.title"), "contacts");
        List<Flow.Definition> parties = new ArrayList<>();
        parties.add(party("notice.contacts.controller", source.controller()));
        source.policy()
                .representative()
                .ifPresent(party -> parties.add(party("notice.contacts.representative", party)));
        source.policy().dataProtectionOfficer(source.day()).ifPresent(party -> parties.add(officer(party)));
        source.policy().parties().entrySet().stream()
                .filter(this::decidesWithUs)
                .forEach(joint -> parties.add(party("notice.contacts.joint", joint.getValue())));
        page.add(new Flow.Definitions(parties));
    }

    private boolean decidesWithUs(Map.Entry<String, Party> party) {
        return source.excerpt().purposes().stream()
                .anyMatch(purpose -> purpose.jointControllers().contains(party.getKey()));
    }

    private Flow.Definition officer(Party officer) {
        return new Flow.Definition(
                Phrase.of(words.text("notice.contacts.officer")),
                List.of(
                        new Flow.Paragraph(PartyLines.of(officer)),
                        Flow.paragraph(words.text("notice.contacts.officer.role"))));
    }

    private Flow.Definition party(String key, Party party) {
        return new Flow.Definition(Phrase.of(words.text(key)), List.of(new Flow.Paragraph(PartyLines.of(party))));
    }
}

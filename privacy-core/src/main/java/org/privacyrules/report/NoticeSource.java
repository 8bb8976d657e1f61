package org.privacyrules.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.privacyrules.policy.Dated;
import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.Party;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.Purpose.Nature;
import org.privacyrules.policy.Recipient;
import org.privacyrules.policy.Transfers;

/** What the sections of one notice are written from. */
record NoticeSource(
        PrivacyPolicy policy, LocalDate day, PolicyExcerpt excerpt, boolean forSomeOnly, PolicyWords words) {

    Party controller() {
        return policy.controller().orElseThrow();
    }

    /** To whom people write about their data: the controller. */
    Phrase contact() {
        return PartyLines.contact(controller());
    }

    Phrase link(Purpose purpose) {
        return Phrase.of(Inline.link(words.title(purpose.description()), "#" + excerpt.anchor(purpose)));
    }

    List<Phrase> links(List<Purpose> purposes) {
        return purposes.stream().map(this::link).toList();
    }

    /** The links on a line each, for a cell. */
    Phrase linkLines(List<Purpose> purposes) {
        List<Inline> parts = new ArrayList<>();
        for (Phrase link : links(purposes)) {
            if (!parts.isEmpty()) {
                parts.add(new Inline.Break());
            }
            parts.addAll(link.parts());
        }
        return new Phrase(parts);
    }

    /** A text that ends by leading to a section of the page. */
    Phrase leading(String key, String sectionTitle, String anchor) {
        return words.phrase(key, "section", Phrase.of(Inline.link(words.text(sectionTitle), "#" + anchor)));
    }

    List<Purpose> marketing() {
        return excerpt.purposes(purpose -> purpose.nature() == Nature.DIRECT_MARKETING);
    }

    /** What one can object to for reasons of one's own: direct marketing needs none. */
    List<Purpose> weighed() {
        return excerpt.purposes(purpose -> purpose.objectable() && purpose.nature() != Nature.DIRECT_MARKETING);
    }

    boolean hasObjection() {
        return !marketing().isEmpty() || !weighed().isEmpty();
    }

    List<Purpose> asked() {
        return excerpt.purposes(purpose -> purpose.consentTerms().isPresent());
    }

    List<Purpose> portable() {
        return excerpt.purposes(purpose ->
                purpose.basis() instanceof LawfulBasis.Consent || purpose.basis() instanceof LawfulBasis.Contract);
    }

    List<Purpose> automated() {
        return excerpt.purposes(purpose -> purpose.automatedDecision().isPresent());
    }

    List<Recipient> thirdCountryRecipients() {
        return excerpt.recipients().stream()
                .filter(recipient -> Transfers.isThirdCountry(recipient.country(), day))
                .toList();
    }

    /** The latest day, up to the notice's own, on which something that it tells began to be so. */
    LocalDate lastUpdated() {
        return Stream.of(policy.dataProtectionOfficers(), policy.supervisoryAuthorities())
                .flatMap(List::stream)
                .flatMap(NoticeSource::changes)
                .filter(change -> change.isAfter(policy.firstDay()) && !change.isAfter(day))
                .max(LocalDate::compareTo)
                .orElse(policy.firstDay());
    }

    private static Stream<LocalDate> changes(Dated<Party> party) {
        Optional<LocalDate> after = party.lastDay().map(last -> last.plusDays(1));
        return Stream.concat(party.firstDay().stream(), after.stream());
    }
}

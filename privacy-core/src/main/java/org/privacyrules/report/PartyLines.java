package org.privacyrules.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.privacyrules.policy.Party;

/** Who somebody is and how to reach them. */
final class PartyLines {

    private static final Pattern NOT_DIALLED = Pattern.compile("[^0-9+]");

    private PartyLines() {}

    /** One fact a line. */
    static Phrase of(Party party) {
        List<Inline> lines = new ArrayList<>();
        lines.add(new Inline.Text(nameAndNumber(party)));
        if (!party.address().isBlank()) {
            lines.add(new Inline.Text(party.address()));
        }
        if (!party.email().isBlank()) {
            lines.add(email(party));
        }
        if (!party.phone().isBlank()) {
            lines.add(Inline.link(
                    party.phone(), "tel:" + NOT_DIALLED.matcher(party.phone()).replaceAll("")));
        }
        if (!party.url().isBlank()) {
            lines.add(Inline.link(party.url(), party.url()));
        }
        List<Inline> apart = new ArrayList<>();
        lines.forEach(line -> {
            apart.add(line);
            apart.add(new Inline.Break());
        });
        return new Phrase(apart.subList(0, apart.size() - 1));
    }

    /** The name, leading to where the party is best reached on the net. */
    static Phrase link(Party party) {
        String target = party.email().isBlank() ? party.url() : "mailto:" + party.email();
        return Phrase.of(Inline.link(party.name(), target));
    }

    /** The best way to reach the party: its e-mail address, else its telephone, page or postal address. */
    static Phrase contact(Party party) {
        if (!party.email().isBlank()) {
            return Phrase.of(email(party));
        }
        String other = Stream.of(party.phone(), party.url(), party.address())
                .filter(way -> !way.isBlank())
                .findFirst()
                .orElse(party.name());
        return Phrase.of(Inline.link(other, other));
    }

    /** All of it on one line, for a cell. */
    static String line(Party party) {
        return Stream.of(nameAndNumber(party), party.address(), party.email(), party.phone(), party.url())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String nameAndNumber(Party party) {
        return party.registrationNumber().isBlank() ? party.name() : party.name() + ", " + party.registrationNumber();
    }

    private static Inline email(Party party) {
        return Inline.link(party.email(), "mailto:" + party.email());
    }
}

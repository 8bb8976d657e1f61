package org.privacyrules.policy;

import static org.privacyrules.policy.Verdict.editorial;
import static org.privacyrules.policy.Verdict.material;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.privacyrules.policy.Changes.Kind;

/** Who answers for the data and whom people can turn to. */
final class PartyChanges {

    private static final Verdict CONTROLLER_TOLD =
            editorial("People are told who is responsible, which the earlier version did not say (Art. 13(1)(a) GDPR)");
    private static final Verdict CONTROLLER_UNTOLD =
            material("People are no longer told who is responsible (Art. 13(1)(a) GDPR)");
    private static final Verdict OTHER_CONTROLLER = material(
            "Somebody else is responsible for the data (Art. 13(1)(a) GDPR): lower it if only the name changed");
    private static final Verdict REPRESENTATIVE_ADDED =
            editorial("People in the Union have one more whom they can turn to (Art. 27(4) GDPR)");
    private static final Verdict REPRESENTATIVE_REMOVED =
            material("People in the Union lose whom they could turn to beside the controller (Art. 27(4) GDPR)");
    private static final Verdict OTHER_REPRESENTATIVE =
            editorial("People turn to another representative, whom the notice names (Art. 13(1)(a) GDPR)");
    private static final Verdict PARTY_ADDED =
            editorial("A party is declared: the purposes that it takes part in are changes of their own");
    private static final Verdict PARTY_REMOVED = editorial("The party is no longer declared");
    private static final Verdict OTHER_PARTY = material("Another party sets purposes together with the controller"
            + " (Art. 26(2) GDPR): lower it if only the name changed");
    private static final Verdict NUMBER_TOLD =
            editorial("The number in a public register tells more exactly who it is");
    private static final Verdict UNREACHABLE =
            material("People are no longer told how to reach it (Art. 12(2) and 13(1)(a) GDPR)");
    private static final Verdict REACHED_OTHERWISE = editorial("The same party is reached in another way");

    private final Changes changes;
    private final LocalDate firstDay;

    /** The day is the first of the later version. */
    PartyChanges(Changes changes, LocalDate firstDay) {
        this.changes = changes;
        this.firstDay = firstDay;
    }

    void compare(PrivacyPolicy before, PrivacyPolicy after) {
        changes.maybe(
                "controller",
                before.controller(),
                after.controller(),
                kind(CONTROLLER_TOLD, CONTROLLER_UNTOLD, OTHER_CONTROLLER));
        changes.maybe(
                "representative",
                before.representative(),
                after.representative(),
                kind(REPRESENTATIVE_ADDED, REPRESENTATIVE_REMOVED, OTHER_REPRESENTATIVE));
        changes.compare(
                "dataProtectionOfficers",
                before.dataProtectionOfficers(),
                after.dataProtectionOfficers(),
                EnglishWords::ofParties,
                this::officers);
        changes.compare(
                "supervisoryAuthorities",
                before.supervisoryAuthorities(),
                after.supervisoryAuthorities(),
                EnglishWords::ofParties,
                this::authorities);
        changes.named("parties", before.parties(), after.parties(), kind(PARTY_ADDED, PARTY_REMOVED, OTHER_PARTY));
    }

    private Kind<Party> kind(Verdict added, Verdict removed, Verdict other) {
        return new Kind<>(EnglishWords::of, added, removed, (path, before, after) -> party(path, before, after, other));
    }

    private void party(String path, Party before, Party after, Verdict other) {
        attribute(path + ".name", before.name(), after.name(), other);
        boolean known = !before.registrationNumber().isBlank();
        attribute(
                path + ".registrationNumber",
                before.registrationNumber(),
                after.registrationNumber(),
                known ? other : NUMBER_TOLD);
        Verdict reached = before.isReachable() && !after.isReachable() ? UNREACHABLE : REACHED_OTHERWISE;
        attribute(path + ".address", before.address(), after.address(), reached);
        attribute(path + ".email", before.email(), after.email(), reached);
        attribute(path + ".phone", before.phone(), after.phone(), reached);
        attribute(path + ".url", before.url(), after.url(), reached);
    }

    private void attribute(String path, String before, String after, Verdict verdict) {
        changes.compare(path, before, after, Function.identity(), (was, becomes) -> verdict);
    }

    private Verdict officers(List<Dated<Party>> before, List<Dated<Party>> after) {
        boolean reached = before.stream().anyMatch(each -> each.value().isReachable());
        boolean stillReached =
                after.stream().anyMatch(each -> lasts(each) && each.value().isReachable());
        return reached && !stillReached
                ? material("People lose whom they could ask about their data and their rights (Art. 38(4) GDPR)")
                : editorial("The notice names who can be asked and how (Art. 13(1)(b) GDPR), and nobody's position"
                        + " becomes worse");
    }

    private Verdict authorities(List<Dated<Party>> before, List<Dated<Party>> after) {
        return !before.isEmpty() && after.stream().noneMatch(this::lasts)
                ? material("People are no longer told where they can complain (Art. 13(2)(d) GDPR)")
                : editorial("The notice names where people can complain (Art. 13(2)(d) GDPR), and the right stays as it"
                        + " is");
    }

    private boolean lasts(Dated<Party> party) {
        return party.lastDay().filter(last -> last.isBefore(firstDay)).isEmpty();
    }
}

package org.privacyrules.policy;

import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.privacyrules.calendar.Periods;
import org.privacyrules.policy.ConsentTerms.AgeGate;
import org.privacyrules.policy.DataCategory.Identifiability;
import org.privacyrules.policy.DataCategory.Provision;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.DataCategory.Source;
import org.privacyrules.policy.PolicyChange.Materiality;
import org.privacyrules.policy.Purpose.Nature;
import org.privacyrules.policy.Recipient.Role;

/** Which changes people must be told of, and why. In doubt they are: a host may lower with a reason. */
final class ChangeRules {

    /** A rule's answer. */
    record Verdict(Materiality materiality, String why) {}

    static final Verdict KIND_ADDED = material(
            "Another group of people is concerned, who are told when their data are obtained (Art. 13(1) and 14(1) GDPR)");
    static final Verdict KIND_REMOVED = editorial("This group of people is no longer concerned");
    static final Verdict CATEGORY_ADDED =
            material("Data are processed of which people were not told (Art. 13(3) and 14(1)(d) GDPR)");
    static final Verdict CATEGORY_REMOVED = editorial("These data are no longer processed (Art. 5(1)(c) GDPR)");
    static final Verdict RECIPIENT_ADDED =
            material("Data are disclosed to somebody of whom people were not told (Art. 13(1)(e) GDPR)");
    static final Verdict RECIPIENT_REMOVED = editorial("Data are no longer disclosed to this recipient");
    static final Verdict PURPOSE_ADDED =
            material("Data are processed for another purpose, of which people are told before (Art. 13(3) GDPR)");
    static final Verdict PURPOSE_REMOVED = editorial("Data are no longer processed for this purpose");

    private ChangeRules() {}

    private static Verdict material(String why) {
        return new Verdict(Materiality.MATERIAL, why);
    }

    private static Verdict editorial(String why) {
        return new Verdict(Materiality.EDITORIAL, why);
    }

    static Verdict start(Instant before, Instant after) {
        return after.isBefore(before)
                ? material("The later version would hold for a time for which people were told something else"
                        + " (Art. 5(1)(a) GDPR)")
                : editorial("Each version has a start of its own");
    }

    static Verdict zone() {
        return editorial("Days and periods end some hours earlier or later, and nothing else is done with the data");
    }

    static Verdict words() {
        return editorial("Other words for the same: raise it if their meaning changed");
    }

    static Verdict attributes(List<LocalText> before, List<LocalText> after) {
        if (!new HashSet<>(before).containsAll(after)) {
            return material("More data belong to it than people were told (Art. 14(1)(d) GDPR)");
        }
        return new HashSet<>(after).containsAll(before)
                ? editorial("The same data in another order")
                : editorial("Less data belong to it (Art. 5(1)(c) GDPR)");
    }

    static Verdict sensitivity(Sensitivity before, Sensitivity after) {
        return switch (after) {
            case ORDINARY -> material("The data lose the protection that people were told of");
            case NATIONAL_ID ->
                material("The data are identification numbers, which need conditions of their own (Art. 87 GDPR)");
            case SPECIAL ->
                material("The data are of a special category, which needs a ground of its own (Art. 9(2) GDPR)");
            case CRIMINAL ->
                material("The data are of convictions and offences, which need a law that allows it"
                        + " (Art. 10 GDPR)");
        };
    }

    static Verdict identifiability(Identifiability before, Identifiability after) {
        return switch (after) {
            case DIRECT -> material("The data name the person from now on (recital 26 GDPR)");
            case LINKABLE ->
                before == Identifiability.ANONYMOUS
                        ? material("The data lead to a person from now on, who has rights to them (recital 26 GDPR)")
                        : editorial("The data no longer name the person (Art. 25(1) GDPR)");
            case ANONYMOUS ->
                material("The data are taken for anonymous, so that people's rights to them end (recital 26 GDPR)");
        };
    }

    static Verdict source(Source before, Source after) {
        return switch (after) {
            case PROVIDED -> editorial("The person gives the data and so knows of them");
            case OBSERVED ->
                material("The data are observed, of which people know nothing unless told (Art. 5(1)(a) GDPR)");
            case THIRD_PARTY ->
                material("The data come from somebody else, of which people are told (Art. 14(2)(f) GDPR)");
        };
    }

    static Verdict provision(Provision before, Provision after) {
        return after == Provision.REQUIRED
                ? material("People must provide the data, and are told so (Art. 13(2)(e) GDPR)")
                : editorial("People may refuse to provide the data");
    }

    /** No country means all of them. */
    static Verdict countries(Set<String> before, Set<String> after) {
        boolean narrower = before.isEmpty() || (!after.isEmpty() && before.containsAll(after));
        return narrower
                ? editorial("People of fewer countries are concerned")
                : material("People of more countries are concerned (Art. 13(3) GDPR)");
    }

    static Verdict role(Role before, Role after) {
        return switch (after) {
            case PROCESSOR ->
                before == Role.SEPARATE_CONTROLLER
                        ? editorial("The recipient acts on the controller's instructions only (Art. 28(3) GDPR)")
                        : material("The recipient no longer answers for the data together with the controller"
                                + " (Art. 26(3) GDPR)");
            case SEPARATE_CONTROLLER ->
                material("The recipient uses the data for purposes of its own, and answers for it"
                        + " alone (Art. 13(1)(e) GDPR)");
            case JOINT_CONTROLLER ->
                material("The recipient sets the purposes too, and people are told who answers for"
                        + " what (Art. 26(2) GDPR)");
        };
    }

    static Verdict country() {
        return material("The data go to another country: outside the European Economic Area people are told, and the"
                + " transfer needs a ground (Art. 13(1)(f) and 44 GDPR)");
    }

    static Verdict basis(LawfulBasis before, LawfulBasis after) {
        if (before.getClass().equals(after.getClass())) {
            return material(
                    "The basis is supported by another law, situation or assessment (Art. 13(1)(c) and (d) GDPR):"
                            + " lower it if only the reference was corrected");
        }
        if (before instanceof LawfulBasis.Consent) {
            return material("It no longer rests on consent, so that people lose the choice that they were promised"
                    + " (Art. 7(3) and 13(1)(c) GDPR)");
        }
        return after instanceof LawfulBasis.Consent
                ? material("It rests on consent, so that nothing is permitted until people say yes (Art. 6(1)(a) GDPR)")
                : material("It rests on another basis, of which people are told, and their rights change with it"
                        + " (Art. 13(1)(c) GDPR)");
    }

    static Verdict nature(Nature before, Nature after) {
        return switch (after) {
            case DIRECT_MARKETING ->
                material("It becomes direct marketing, and people are told of their right to object"
                        + " (Art. 21(4) GDPR)");
            case TRACKING ->
                material("It becomes tracking or sharing for others' ends, which people do not expect"
                        + " (Art. 5(1)(a) GDPR)");
            case GENERAL, SERVICE_MESSAGE -> lost(before);
        };
    }

    private static Verdict lost(Nature before) {
        return switch (before) {
            case DIRECT_MARKETING ->
                material("It is no longer taken for direct marketing, so that the right to object at"
                        + " any time ends (Art. 21(2) and (3) GDPR)");
            case TRACKING ->
                material("It is no longer taken for tracking, so that the browser's signal no longer refuses"
                        + " it (Art. 21(5) GDPR)");
            case SERVICE_MESSAGE -> material("It is no longer a service message, so that it may carry marketing");
            case GENERAL -> editorial("It becomes a service message, which carries no marketing");
        };
    }

    static Verdict carriers(Set<String> before, Set<String> after) {
        Set<String> more = without(after, before);
        return more.isEmpty()
                ? editorial("It no longer concerns people as " + names(without(before, after)))
                : material("It also concerns people as " + names(more) + ", who are told before (Art. 13(3) GDPR)");
    }

    static Verdict uses(Purpose before, Purpose after) {
        Set<String> more = without(after.categories(), before.categories());
        return more.isEmpty()
                ? editorial("It no longer uses " + names(without(before.categories(), after.categories())))
                : material("It also uses " + names(more) + ", of which people are told before (Art. 13(3) GDPR)"
                        + standingConsents(before, after));
    }

    static Verdict disclosures(Purpose before, Purpose after) {
        Set<String> more = without(after.recipients(), before.recipients());
        return more.isEmpty()
                ? editorial("It no longer discloses to " + names(without(before.recipients(), after.recipients())))
                : material("It also discloses to " + names(more)
                        + ", of which people are told before (Art. 13(1)(e) and (3) GDPR)"
                        + standingConsents(before, after));
    }

    /** A consent that stands covers no more than what was told when it was given. */
    private static String standingConsents(Purpose before, Purpose after) {
        boolean stand = before.consentTerms().isPresent()
                && after.consentTerms().isPresent()
                && !isOtherQuestion(before, after);
        return stand
                ? "; consents that stand were not asked for it: raise the version of their text (Art. 4(11) GDPR)"
                : "";
    }

    /** Whether both ask for consent, with different versions of the text. */
    static boolean isOtherQuestion(Purpose before, Purpose after) {
        Optional<Integer> asked =
                before.consentTerms().map(terms -> terms.text().version());
        Optional<Integer> asks = after.consentTerms().map(terms -> terms.text().version());
        return asked.isPresent() && asks.isPresent() && !asked.equals(asks);
    }

    static Verdict textVersion(int before, int after) {
        return after > before
                ? material("The question means something else, so that consents to the earlier version are outdated and"
                        + " people are asked again (Art. 4(11) and 7 GDPR)")
                : material("The version falls, which is refused when a policy is put together from both: raise it"
                        + " instead (Art. 7(1) GDPR)");
    }

    static Verdict textWords(boolean otherVersion) {
        return otherVersion
                ? material("The words are those of another version of the question (Art. 4(11) GDPR)")
                : editorial(
                        "Other words for the same question, and consents stand (Art. 7(1) GDPR): raise the version if"
                                + " the meaning changed");
    }

    static Verdict languageAdded(boolean otherVersion) {
        return otherVersion ? textWords(true) : editorial("The question is asked in one more language");
    }

    static Verdict languageRemoved(boolean otherVersion) {
        return otherVersion
                ? textWords(true)
                : editorial("The question is no longer asked in this language, and consents stand");
    }

    static Verdict validity(Optional<Period> before, Optional<Period> after) {
        return before.isPresent() && (after.isEmpty() || Periods.canBeLonger(after.get(), before.get()))
                ? material("A consent lasts longer than people were told (Art. 5(1)(a) and 7 GDPR)")
                : editorial("A consent lasts no longer than before");
    }

    static Verdict confirmation(Optional<Period> before, Optional<Period> after) {
        if (after.isEmpty()) {
            return material("One act is enough, so that somebody else can consent in a person's name (Art. 7(1) GDPR)");
        }
        return before.isEmpty()
                ? editorial("A second act confirms the consent (Art. 7(1) GDPR)")
                : editorial("Nothing is permitted before the second act, whenever it comes (Art. 7(1) GDPR)");
    }

    static Verdict ageGate(AgeGate after) {
        return after == AgeGate.REQUIRED
                ? material("Consents do not count until the person's age is known, and people are asked for it"
                        + " (Art. 8(1) GDPR)")
                : material("Whose age is not known is taken for an adult, so that children are less protected"
                        + " (Art. 8(1) GDPR)");
    }

    private static Set<String> without(Collection<String> names, Collection<String> others) {
        Set<String> rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }

    private static String names(Collection<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}

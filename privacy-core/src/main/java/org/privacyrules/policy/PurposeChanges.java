package org.privacyrules.policy;

import static org.privacyrules.policy.Verdict.editorial;
import static org.privacyrules.policy.Verdict.material;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.privacyrules.policy.Changes.Kind;
import org.privacyrules.policy.Purpose.Nature;

/** What data are processed for, how far that reaches and under which special conditions. */
final class PurposeChanges {

    private static final Verdict ADDED =
            material("Data are processed for another purpose, of which people are told before (Art. 13(3) GDPR)");
    private static final Verdict REMOVED = editorial("Data are no longer processed for this purpose");
    private static final Verdict CONDITION_ADDED =
            material("Data of special categories may be used, on this condition (Art. 9(2) and 13(3) GDPR)");
    private static final Verdict CONDITION_REMOVED =
            editorial("It no longer claims that it may use special categories (Art. 9(1) GDPR)");
    private static final Verdict OTHER_CONDITION =
            material("Special categories are used on another condition, and people's rights change with it"
                    + " (Art. 9(2) GDPR)");
    private static final Verdict OTHER_SUPPORT = material("The condition rests on another law or reference"
            + " (Art. 9(2) GDPR): lower it if only the reference was corrected");
    private static final Verdict DECISION_REMOVED =
            editorial("A machine no longer decides on people alone (Art. 22(1) GDPR)");

    private final Changes changes;
    private final TextChanges texts;
    private final BasisChanges bases;
    private final RetentionChanges retention;

    PurposeChanges(Changes changes) {
        this.changes = changes;
        this.texts = new TextChanges(changes);
        this.bases = new BasisChanges(changes);
        this.retention = new RetentionChanges(changes);
    }

    void compare(Map<String, Purpose> before, Map<String, Purpose> after) {
        changes.named("purposes", before, after, new Kind<>(PurposeChanges::words, ADDED, REMOVED, this::purpose));
    }

    private void purpose(String path, Purpose before, Purpose after) {
        texts.words(path + ".description", before.description(), after.description());
        bases.compare(path, before, after);
        changes.compare(path + ".nature", before.nature(), after.nature(), EnglishWords::of, PurposeChanges::nature);
        names(path + ".carriedBy", before.carriedBy(), after.carriedBy(), PurposeChanges::carriers);
        String standing = ConsentChanges.standing(before, after);
        names(
                path + ".categories",
                before.categories(),
                after.categories(),
                (more, less) -> uses(more, less, standing));
        names(
                path + ".recipients",
                before.recipients(),
                after.recipients(),
                (more, less) -> disclosures(more, less, standing));
        retention.compare(path + ".retention", before.retention(), after.retention());
        names(
                path + ".jointControllers",
                before.jointControllers(),
                after.jointControllers(),
                (more, less) -> jointControllers(more, less, standing));
        specialCondition(path + ".specialCondition", before, after);
        automatedDecision(path + ".automatedDecision", before, after);
    }

    /** Judges names by those that come and those that go. */
    private interface NamesRule {
        Verdict verdict(Set<String> more, Set<String> less);
    }

    private void names(String path, Set<String> before, Set<String> after, NamesRule rule) {
        changes.compare(
                path,
                before,
                after,
                EnglishWords::sorted,
                (was, becomes) -> rule.verdict(EnglishWords.without(becomes, was), EnglishWords.without(was, becomes)));
    }

    private void specialCondition(String path, Purpose before, Purpose after) {
        changes.maybe(
                path,
                before.specialCondition(),
                after.specialCondition(),
                new Kind<>(PurposeChanges::words, CONDITION_ADDED, CONDITION_REMOVED, this::condition));
    }

    private void condition(String path, SpecialCondition before, SpecialCondition after) {
        changes.compare(
                path + ".kind", before.kind(), after.kind(), EnglishWords::of, (was, becomes) -> OTHER_CONDITION);
        changes.compare(
                path + ".support",
                before.support(),
                after.support(),
                Function.identity(),
                (was, becomes) -> OTHER_SUPPORT);
    }

    private void automatedDecision(String path, Purpose before, Purpose after) {
        Verdict added = material("A machine alone decides on people, who are told how and what it means for them"
                + " (Art. 13(2)(f) and 22 GDPR)" + ConsentChanges.standing(before, after));
        changes.maybe(
                path,
                before.automatedDecision(),
                after.automatedDecision(),
                new Kind<>(PurposeChanges::words, added, DECISION_REMOVED, this::decision));
    }

    private void decision(String path, AutomatedDecision before, AutomatedDecision after) {
        texts.toldAtLast(
                path + ".logic",
                before.logic(),
                after.logic(),
                "The machine decides in another way (Art. 13(2)(f) GDPR): lower it if only the words were corrected");
        texts.toldAtLast(
                path + ".consequences",
                before.consequences(),
                after.consequences(),
                "The machine's decision means something else for people (Art. 13(2)(f) GDPR): lower it if only the words"
                        + " were corrected");
    }

    private static String words(Purpose purpose) {
        return EnglishWords.sentence(
                EnglishWords.of(purpose.description()),
                BasisChanges.words(purpose.basis()),
                purpose.nature() == Nature.GENERAL ? "" : EnglishWords.of(purpose.nature()),
                EnglishWords.labelled("for ", purpose.carriedBy()),
                EnglishWords.labelled("uses ", purpose.categories()),
                EnglishWords.labelled("discloses to ", purpose.recipients()),
                RetentionChanges.words(purpose.retention()),
                EnglishWords.labelled("together with ", purpose.jointControllers()),
                purpose.specialCondition().map(PurposeChanges::words).orElse(""),
                purpose.automatedDecision().map(PurposeChanges::words).orElse(""));
    }

    private static String words(SpecialCondition condition) {
        return "Art. 9(2)(" + condition.letter() + "), " + EnglishWords.of(condition.kind())
                + EnglishWords.labelled(", ", condition.support());
    }

    private static String words(AutomatedDecision decision) {
        return "a machine decides alone: "
                + EnglishWords.sentence(EnglishWords.of(decision.logic()), EnglishWords.of(decision.consequences()));
    }

    private static Verdict nature(Nature before, Nature after) {
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

    private static Verdict carriers(Set<String> more, Set<String> less) {
        return more.isEmpty()
                ? editorial("It no longer concerns people as " + EnglishWords.quoted(less))
                : material("It also concerns people as " + EnglishWords.quoted(more)
                        + ", who are told before (Art. 13(3) GDPR)");
    }

    private static Verdict uses(Set<String> more, Set<String> less, String standing) {
        return more.isEmpty()
                ? editorial("It no longer uses " + EnglishWords.quoted(less))
                : material("It also uses " + EnglishWords.quoted(more)
                        + ", of which people are told before (Art. 13(3) GDPR)" + standing);
    }

    private static Verdict disclosures(Set<String> more, Set<String> less, String standing) {
        return more.isEmpty()
                ? editorial("It no longer discloses to " + EnglishWords.quoted(less))
                : material("It also discloses to " + EnglishWords.quoted(more)
                        + ", of which people are told before (Art. 13(1)(e) and (3) GDPR)" + standing);
    }

    private static Verdict jointControllers(Set<String> more, Set<String> less, String standing) {
        return more.isEmpty()
                ? editorial("It is no longer set together with " + EnglishWords.quoted(less))
                : material("It is also set together with " + EnglishWords.quoted(more)
                        + ", and people are told who answers for what (Art. 26(2) GDPR)" + standing);
    }
}

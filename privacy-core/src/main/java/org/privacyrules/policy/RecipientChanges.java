package org.privacyrules.policy;

import static org.privacyrules.policy.Verdict.editorial;
import static org.privacyrules.policy.Verdict.material;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.privacyrules.policy.Changes.Kind;
import org.privacyrules.policy.Recipient.Role;

/** To whom and where data go, and for whom data are processed on instruction. */
final class RecipientChanges {

    private static final Verdict ADDED =
            material("Data are disclosed to somebody of whom people were not told (Art. 13(1)(e) GDPR)");
    private static final Verdict REMOVED = editorial("Data are no longer disclosed to this recipient");
    private static final String OTHER_WORDS = "By its description people know the recipient, and it may be another one"
            + " (Art. 13(1)(e) GDPR): lower it if only words were corrected";
    private static final Verdict SAFEGUARDED =
            editorial("The data are protected there in a further way (Art. 46 GDPR)");
    private static final Verdict SAFEGUARD_LOST =
            material("The data lose what protected them in a third country (Art. 13(1)(f) and 46 GDPR)");
    private static final Verdict SAFEGUARD_NOT_NEEDED =
            editorial("The data are in the European Economic Area, where they need no safeguard (Art. 44 GDPR)");
    private static final Verdict OTHER_SAFEGUARD =
            material("The data are protected in another way in a third country (Art. 13(1)(f) and 46 GDPR)");
    private static final Verdict OTHER_REFERENCE = material("The safeguard is another decision, contract or set of"
            + " rules, of which people get a copy (Art. 13(1)(f) GDPR): lower it if only the reference was corrected");
    private static final Verdict ACTIVITY_ADDED = editorial("It is done on others' instructions: they tell the people"
            + " concerned, and the record names it (Art. 28(3) and 30(2) GDPR)");
    private static final Verdict ACTIVITY_REMOVED = editorial("It is no longer done for others");

    private final Changes changes;
    private final TextChanges texts;
    private final LocalDate firstDay;

    /** The day is the first of the later version: which countries are third ones depends on it. */
    RecipientChanges(Changes changes, LocalDate firstDay) {
        this.changes = changes;
        this.texts = new TextChanges(changes);
        this.firstDay = firstDay;
    }

    void compare(Map<String, Recipient> before, Map<String, Recipient> after) {
        changes.named(
                "recipients", before, after, new Kind<>(RecipientChanges::words, ADDED, REMOVED, this::recipient));
    }

    private void recipient(String path, Recipient before, Recipient after) {
        texts.toldAtLast(path + ".description", before.description(), after.description(), OTHER_WORDS);
        changes.compare(path + ".role", before.role(), after.role(), EnglishWords::of, RecipientChanges::role);
        changes.compare(
                path + ".country",
                before.country(),
                after.country(),
                Function.identity(),
                (was, becomes) -> country(becomes));
        boolean needed = Transfers.isThirdCountry(after.country(), firstDay);
        changes.maybe(
                path + ".safeguard",
                before.safeguard(),
                after.safeguard(),
                new Kind<>(
                        RecipientChanges::words,
                        SAFEGUARDED,
                        needed ? SAFEGUARD_LOST : SAFEGUARD_NOT_NEEDED,
                        this::safeguard));
    }

    private void safeguard(String path, Safeguard before, Safeguard after) {
        changes.compare(
                path + ".kind", before.kind(), after.kind(), EnglishWords::of, (was, becomes) -> OTHER_SAFEGUARD);
        changes.compare(
                path + ".reference",
                before.reference(),
                after.reference(),
                Function.identity(),
                (was, becomes) -> OTHER_REFERENCE);
    }

    private static String words(Recipient recipient) {
        return EnglishWords.sentence(
                EnglishWords.of(recipient.description()),
                EnglishWords.of(recipient.role()),
                recipient.country(),
                recipient.safeguard().map(RecipientChanges::words).orElse(""));
    }

    private static String words(Safeguard safeguard) {
        return EnglishWords.of(safeguard.kind()) + EnglishWords.labelled(", ", safeguard.reference());
    }

    private static Verdict role(Role before, Role after) {
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

    private Verdict country(String after) {
        return Transfers.isThirdCountry(after, firstDay)
                ? material("The data go to another country outside the European Economic Area: people are told, and the"
                        + " transfer needs a ground (Art. 13(1)(f) and 44 GDPR)")
                : editorial("The data go to a country of the European Economic Area, where the same law protects them"
                        + " (Art. 44 GDPR)");
    }

    void compareOnBehalf(Map<String, ProcessingOnBehalf> before, Map<String, ProcessingOnBehalf> after) {
        changes.named(
                "onBehalf",
                before,
                after,
                new Kind<>(RecipientChanges::words, ACTIVITY_ADDED, ACTIVITY_REMOVED, this::activity));
    }

    private void activity(String path, ProcessingOnBehalf before, ProcessingOnBehalf after) {
        texts.words(path + ".description", before.description(), after.description());
        texts.words(path + ".controllers", before.controllers(), after.controllers());
        changes.compare(
                path + ".subProcessors",
                before.subProcessors(),
                after.subProcessors(),
                EnglishWords::sorted,
                RecipientChanges::subProcessors);
    }

    private static String words(ProcessingOnBehalf activity) {
        return EnglishWords.sentence(
                EnglishWords.of(activity.description()),
                EnglishWords.labelled("for ", EnglishWords.of(activity.controllers())),
                EnglishWords.labelled("with ", activity.subProcessors()));
    }

    private static Verdict subProcessors(Set<String> before, Set<String> after) {
        Set<String> more = EnglishWords.without(after, before);
        return more.isEmpty()
                ? editorial("No longer taking part: " + EnglishWords.quoted(EnglishWords.without(before, after)))
                : material("Also taking part: " + EnglishWords.quoted(more)
                        + ", of which the controllers are told before, so that they can object (Art. 28(2) GDPR)");
    }
}

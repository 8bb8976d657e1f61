package org.privacyrules.policy;

import static org.privacyrules.policy.Verdict.editorial;
import static org.privacyrules.policy.Verdict.material;

import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.privacyrules.calendar.Periods;
import org.privacyrules.policy.Changes.Kind;
import org.privacyrules.policy.DataCategory.Identifiability;
import org.privacyrules.policy.DataCategory.Provision;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.DataCategory.Source;

/** Which data there are, whose, from where and how old. */
final class CategoryChanges {

    private static final Verdict ADDED =
            material("Data are processed of which people were not told (Art. 13(3) and 14(1)(d) GDPR)");
    private static final Verdict REMOVED = editorial("These data are no longer processed (Art. 5(1)(c) GDPR)");

    private final Changes changes;
    private final TextChanges texts;

    CategoryChanges(Changes changes) {
        this.changes = changes;
        this.texts = new TextChanges(changes);
    }

    void compare(Map<String, DataCategory> before, Map<String, DataCategory> after) {
        changes.named("categories", before, after, new Kind<>(CategoryChanges::words, ADDED, REMOVED, this::category));
    }

    private void category(String path, DataCategory before, DataCategory after) {
        nature(path, before, after);
        origin(path, before, after);
        extent(path, before, after);
    }

    private void nature(String path, DataCategory before, DataCategory after) {
        texts.words(path + ".description", before.description(), after.description());
        changes.compare(
                path + ".attributes",
                before.attributes(),
                after.attributes(),
                EnglishWords.inLanguagesOf(before.attributes(), after.attributes()),
                CategoryChanges::attributes);
        changes.compare(
                path + ".sensitivity",
                before.sensitivity(),
                after.sensitivity(),
                EnglishWords::of,
                (was, becomes) -> sensitivity(becomes));
        changes.compare(
                path + ".identifiability",
                before.identifiability(),
                after.identifiability(),
                EnglishWords::of,
                CategoryChanges::identifiability);
    }

    private void origin(String path, DataCategory before, DataCategory after) {
        changes.compare(
                path + ".source", before.source(), after.source(), EnglishWords::of, (was, becomes) -> source(becomes));
        texts.toldAtLast(
                path + ".sourceDetail",
                before.sourceDetail(),
                after.sourceDetail(),
                "The data come from another source, or people are no longer told from which (Art. 14(2)(f) GDPR):"
                        + " lower it if only the words were corrected");
        changes.compare(
                path + ".provision",
                before.provision(),
                after.provision(),
                EnglishWords::of,
                (was, becomes) -> provision(becomes));
        texts.told(
                path + ".refusal",
                before.refusal(),
                after.refusal(),
                "Something else happens to people who do not provide the data (Art. 13(2)(e) GDPR): lower it if only the"
                        + " words were corrected");
        texts.words(path + ".justification", before.justification(), after.justification());
    }

    private void extent(String path, DataCategory before, DataCategory after) {
        changes.compare(
                path + ".countries",
                before.countries(),
                after.countries(),
                countries -> EnglishWords.sortedOr("all countries", countries),
                (was, becomes) -> limited(was, becomes, "of fewer countries", "of more countries"));
        changes.compare(
                path + ".subjectKinds",
                before.subjectKinds(),
                after.subjectKinds(),
                kinds -> EnglishWords.sortedOr("everybody", kinds),
                (was, becomes) -> limited(was, becomes, "in fewer relations", "in more relations"));
        changes.compare(
                path + ".maximumAge",
                before.maximumAge(),
                after.maximumAge(),
                EnglishWords.periodOr("no such limit"),
                CategoryChanges::maximumAge);
    }

    private static String words(DataCategory category) {
        return EnglishWords.sentence(
                EnglishWords.of(category.description()),
                EnglishWords.of(category.attributes()),
                EnglishWords.of(category.sensitivity()),
                category.source() == Source.PROVIDED ? "" : EnglishWords.of(category.source()),
                EnglishWords.of(category.sourceDetail()),
                EnglishWords.sorted(category.countries()),
                EnglishWords.labelled("only for ", category.subjectKinds()),
                category.maximumAge()
                        .map(age -> "kept at most " + EnglishWords.of(age))
                        .orElse(""));
    }

    /** Each attribute makes up for one alone, else two could hide behind one translation. */
    private static Verdict attributes(List<LocalText> before, List<LocalText> after) {
        List<LocalText> gone = new ArrayList<>(new LinkedHashSet<>(before));
        List<LocalText> more = new ArrayList<>();
        for (LocalText attribute : new LinkedHashSet<>(after)) {
            if (!gone.remove(attribute)) {
                more.add(attribute);
            }
        }
        boolean translated = !more.isEmpty();
        more.removeIf(attribute -> removeSame(gone, attribute));
        if (!more.isEmpty()) {
            return material("More data belong to it than people were told (Art. 14(1)(d) GDPR)");
        }
        if (!gone.isEmpty()) {
            return editorial("Less data belong to it (Art. 5(1)(c) GDPR)");
        }
        return translated
                ? editorial("Another translation of the same data: one language says the same as before")
                : editorial("The same data in another order");
    }

    private static boolean removeSame(List<LocalText> attributes, LocalText sought) {
        Optional<LocalText> same = attributes.stream()
                .filter(attribute -> TextChanges.sameMeaning(attribute, sought))
                .findFirst();
        same.ifPresent(attributes::remove);
        return same.isPresent();
    }

    private static Verdict sensitivity(Sensitivity after) {
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

    private static Verdict identifiability(Identifiability before, Identifiability after) {
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

    private static Verdict source(Source after) {
        return switch (after) {
            case PROVIDED -> editorial("The person gives the data and so knows of them");
            case OBSERVED ->
                material("The data are observed, of which people know nothing unless told (Art. 5(1)(a) GDPR)");
            case THIRD_PARTY ->
                material("The data come from somebody else, of which people are told (Art. 14(2)(f) GDPR)");
        };
    }

    private static Verdict provision(Provision after) {
        return after == Provision.REQUIRED
                ? material("People must provide the data, and are told so (Art. 13(2)(e) GDPR)")
                : editorial("People may refuse to provide the data");
    }

    /** No name means all of them. */
    private static Verdict limited(Set<String> before, Set<String> after, String fewer, String more) {
        boolean narrower = before.isEmpty() || (!after.isEmpty() && before.containsAll(after));
        return narrower
                ? editorial("People " + fewer + " are concerned")
                : material("People " + more + " are concerned (Art. 13(3) GDPR)");
    }

    private static Verdict maximumAge(Optional<Period> before, Optional<Period> after) {
        return before.isPresent() && (after.isEmpty() || Periods.canBeLonger(after.get(), before.get()))
                ? material("The data may become older than people were told (Art. 5(1)(e) and 13(2)(a) GDPR)")
                : editorial("The data become no older than before (Art. 5(1)(e) GDPR)");
    }
}

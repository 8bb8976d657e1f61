package org.privacyrules.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.policy.Purpose.Nature;
import org.privacyrules.subject.Countries;

/** What a draft must satisfy to become a policy. */
final class PolicyRules {

    /** Names under which a subject's facts are kept beside its relations. */
    static final Set<String> RESERVED_KINDS = Set.of("country", "of-age", "notice");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> kindNames;
    private final Set<String> categoryNames;
    private final Set<String> recipientNames;

    PolicyRules(
            String version,
            boolean zoneIsSet,
            boolean startIsSet,
            List<SubjectKind> kinds,
            List<DataCategory> categories,
            List<Recipient> recipients,
            List<PurposeBuilder> purposes) {
        kindNames = names(kinds, SubjectKind::name);
        categoryNames = names(categories, DataCategory::name);
        recipientNames = names(recipients, Recipient::name);
        head(version, zoneIsSet, startIsSet);
        declared("subjectKinds", kinds, SubjectKind::name);
        kinds.stream()
                .map(SubjectKind::name)
                .filter(RESERVED_KINDS::contains)
                .forEach(name -> add(
                        "RESERVED_NAME",
                        "subjectKinds." + name,
                        "the library keeps facts under this name: choose another"));
        declared("categories", categories, DataCategory::name);
        categories.forEach(this::category);
        declared("recipients", recipients, Recipient::name);
        recipients.forEach(recipient -> country("recipients." + recipient.name() + ".country", recipient.country()));
        declared("purposes", purposes, PurposeBuilder::name);
        purposes.forEach(this::purpose);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private static <T> Set<String> names(List<T> declared, Function<T, String> name) {
        return declared.stream().map(name).collect(Collectors.toSet());
    }

    private void add(String code, String path, String message) {
        findings.add(Finding.error(code, path, "wrong", message, ""));
    }

    private void head(String version, boolean zoneIsSet, boolean startIsSet) {
        if (version.isBlank() || version.length() > 64) {
            add("MISSING_VERSION", "version", "give the version a name of 1 to 64 characters, such as its date");
        }
        if (!zoneIsSet) {
            add("MISSING_ZONE", "zone", "name the controller's time zone, such as Europe/Stockholm");
        }
        if (!startIsSet) {
            add("MISSING_START", "effectiveFrom", "say from when this version is in force");
        }
    }

    private <T> void declared(String path, List<T> declared, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        for (T each : declared) {
            String given = name.apply(each);
            if (!NAME.matcher(given).matches()) {
                add("INVALID_NAME", path, "\"" + given + "\": use 1 to 64 of a-z, 0-9 and -, starting with a letter");
            } else if (!seen.add(given)) {
                add("DUPLICATE_NAME", path + "." + given, "is declared twice: remove or rename one");
            }
        }
    }

    private void category(DataCategory category) {
        String path = "categories." + category.name();
        if (category.description().isBlank()) {
            add("MISSING_DESCRIPTION", path, "describe it in words that a data subject understands");
        }
        category.countries().stream().sorted().forEach(country -> country(path + ".countries", country));
    }

    private void country(String path, String country) {
        if (!Countries.contains(country)) {
            add("INVALID_COUNTRY", path, "\"" + country + "\": use two capitals (ISO 3166-1 alpha-2), such as SE");
        }
    }

    private void purpose(PurposeBuilder purpose) {
        String path = "purposes." + purpose.name();
        basis(path, purpose);
        known(path + ".carriedBy", "UNKNOWN_SUBJECT_KIND", "subject kind", purpose.carriedBy(), kindNames);
        known(path + ".categories", "UNKNOWN_CATEGORY", "category", purpose.categories(), categoryNames);
        known(path + ".recipients", "UNKNOWN_RECIPIENT", "recipient", purpose.recipients(), recipientNames);
        if (purpose.carriedBy().isEmpty()) {
            add("PURPOSE_WITHOUT_CARRIER", path, "name the subject kinds whose relation carries it (carriedBy)");
        }
        if (purpose.categories().isEmpty()) {
            add("PURPOSE_WITHOUT_CATEGORY", path, "name the categories that it uses (uses)");
        }
    }

    private void basis(String path, PurposeBuilder purpose) {
        if (purpose.bases().size() != 1) {
            add(
                    purpose.bases().isEmpty() ? "MISSING_BASIS" : "SEVERAL_BASES",
                    path,
                    "one purpose rests on exactly one lawful basis (Art. 6(1) GDPR): split it into two purposes if need be");
            return;
        }
        LawfulBasis basis = purpose.bases().get(0);
        if (supportOf(basis).isBlank()) {
            add("MISSING_SUPPORT", path, "the basis needs its citation, situation or assessment");
        }
        boolean switchable = basis instanceof LawfulBasis.Consent
                || basis instanceof LawfulBasis.LegitimateInterests
                || basis instanceof LawfulBasis.PublicTask;
        if (purpose.nature() == Nature.SERVICE_MESSAGE && switchable) {
            add(
                    "SWITCHABLE_SERVICE_MESSAGE",
                    path,
                    "a service message cannot be opted out of: it rests on the contract or on a legal obligation");
        }
    }

    private static String supportOf(LawfulBasis basis) {
        if (basis instanceof LawfulBasis.LegalObligation obligation) {
            return obligation.citation();
        }
        if (basis instanceof LawfulBasis.PublicTask task) {
            return task.citation();
        }
        if (basis instanceof LawfulBasis.VitalInterests interests) {
            return interests.situation();
        }
        if (basis instanceof LawfulBasis.LegitimateInterests interests) {
            return interests.assessment();
        }
        return basis.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void known(String path, String code, String kind, Collection<String> used, Set<String> declared) {
        for (String name : used) {
            if (!declared.contains(name)) {
                add(code, path, UnknownNameException.of(kind, name, declared).getMessage());
            }
        }
    }
}

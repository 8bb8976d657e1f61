package org.privacyrules.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.privacyrules.calendar.Span;

/** What a draft must satisfy to become a policy: names and shape here, meaning in the rules that it calls. */
final class PolicyRules {

    /** Names under which a subject's facts are kept beside its relations. */
    static final Set<String> RESERVED_KINDS = Set.of("country", "of-age", "notice");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int LONGEST_VERSION = 64;

    private final PolicyDraft draft;
    private final Findings findings = new Findings();

    PolicyRules(PolicyDraft draft) {
        this.draft = draft;
        head();
        workingDays();
        new NoticeRules(draft, findings).apply();
        new RightsRules(draft, findings).apply();
        declarations();
        new CategoryRules(draft, findings).apply();
        new RecipientRules(draft, findings).apply();
        new PurposeRules(draft, findings).apply();
        new RetentionRules(draft, findings).apply();
        new LanguageRules(draft, findings).apply();
    }

    List<Finding> findings() {
        return findings.all();
    }

    static <T> Set<String> names(List<T> declared, Function<T, String> name) {
        return declared.stream().map(name).collect(Collectors.toSet());
    }

    private void head() {
        if (draft.version().isBlank() || draft.version().length() > LONGEST_VERSION) {
            findings.error(
                    "MISSING_VERSION",
                    "version",
                    "the version has no name",
                    "give it one of 1 to 64 characters, such as its date",
                    "");
        }
        if (draft.zone().isEmpty()) {
            findings.error(
                    "MISSING_ZONE",
                    "zone",
                    "there is no time zone to count dates in",
                    "name the controller's, such as Europe/Stockholm",
                    "");
        }
        if (draft.firstDay().isEmpty() && draft.firstInstant().isEmpty()) {
            findings.error(
                    "MISSING_START",
                    "effectiveFrom",
                    "the version has no start",
                    "say from which day it is in force",
                    "");
        }
        draft.effectiveFrom()
                .filter(start -> !Span.isStorable(start))
                .ifPresent(start -> findings.error(
                        "INVALID_START",
                        "effectiveFrom",
                        "no database keeps such a day",
                        "use one of the years 1000 to 9998",
                        ""));
        List<String> mistaken =
                draft.languages().stream().filter(tag -> !isTag(tag)).toList();
        if (draft.languages().isEmpty() || !mistaken.isEmpty()) {
            findings.error(
                    "INVALID_LANGUAGE",
                    "languages",
                    mistaken.isEmpty() ? "no language is named" : String.join(", ", mistaken) + " is no language's tag",
                    "use BCP 47 tags, such as sv or en-GB, at least one",
                    "");
        }
    }

    private void workingDays() {
        if (!NAME.matcher(draft.workingDays()).matches()) {
            invalidName("workingDays", draft.workingDays());
        }
    }

    private void invalidName(String path, String given) {
        findings.error(
                "INVALID_NAME",
                path,
                "\"" + given + "\" is no name",
                "use 1 to 64 of a-z, 0-9 and -, starting with a letter",
                "");
    }

    static boolean isTag(String language) {
        return !language.isBlank()
                && Locale.forLanguageTag(language).toLanguageTag().equals(language);
    }

    private void declarations() {
        declared("subjectKinds", draft.subjectKinds(), SubjectKind::name);
        for (SubjectKind kind : draft.subjectKinds()) {
            findings.described("subjectKinds." + kind.name(), kind.description());
            if (RESERVED_KINDS.contains(kind.name())) {
                findings.error(
                        "RESERVED_NAME",
                        "subjectKinds." + kind.name(),
                        "the library keeps facts under this name",
                        "choose another",
                        "");
            }
        }
        declared("parties", List.copyOf(draft.parties().keySet()), Function.identity());
        declared("events", draft.events(), RetentionEvent::name);
        declared("categories", draft.categories(), DataCategory::name);
        declared("recipients", draft.recipients(), Recipient::name);
        declared("purposes", draft.purposes(), PurposeDraft::name);
        declared("onBehalf", draft.onBehalf(), ProcessingOnBehalf::name);
        declared("otherPolicies", draft.otherPolicies(), OtherPolicy::name);
        draft.otherPolicies()
                .forEach(other -> findings.described("otherPolicies." + other.name(), other.description()));
    }

    private <T> void declared(String path, List<T> declared, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        for (T each : declared) {
            String given = name.apply(each);
            if (!NAME.matcher(given).matches()) {
                invalidName(path, given);
            } else if (!seen.add(given)) {
                findings.error(
                        "DUPLICATE_NAME", path + "." + given, "it is declared twice", "remove or rename one", "");
            }
        }
    }
}

package org.privacyrules.policy;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.privacyrules.policy.ChangeRules.Verdict;
import org.privacyrules.policy.Purpose.Nature;

/** Walks through two versions side by side and notes each difference with its path. */
final class PolicyComparison {

    private final List<PolicyChange> changes = new ArrayList<>();

    /** Compares two of a kind that both versions have. */
    private interface Pair<T> {
        void compare(String path, T before, T after);
    }

    PolicyComparison(PrivacyPolicy before, PrivacyPolicy after) {
        if (!before.effectiveFrom().equals(after.effectiveFrom())) {
            note(
                    "effectiveFrom",
                    start(before.effectiveFrom(), before.zone()),
                    start(after.effectiveFrom(), after.zone()),
                    ChangeRules.start(before.effectiveFrom(), after.effectiveFrom()));
        }
        compare("zone", before.zone(), after.zone(), ZoneId::getId, (was, becomes) -> ChangeRules.zone());
        named(
                "subjectKinds",
                before.subjectKinds(),
                after.subjectKinds(),
                kind -> kind.description().toString(),
                ChangeRules.KIND_ADDED,
                ChangeRules.KIND_REMOVED,
                (path, was, becomes) -> description(path, was.description(), becomes.description()));
        named(
                "categories",
                before.categories(),
                after.categories(),
                PolicyComparison::words,
                ChangeRules.CATEGORY_ADDED,
                ChangeRules.CATEGORY_REMOVED,
                this::category);
        named(
                "recipients",
                before.recipients(),
                after.recipients(),
                PolicyComparison::words,
                ChangeRules.RECIPIENT_ADDED,
                ChangeRules.RECIPIENT_REMOVED,
                this::recipient);
        named(
                "purposes",
                before.purposes(),
                after.purposes(),
                PolicyComparison::words,
                ChangeRules.PURPOSE_ADDED,
                ChangeRules.PURPOSE_REMOVED,
                this::purpose);
    }

    List<PolicyChange> changes() {
        return changes;
    }

    private void note(String path, String before, String after, Verdict verdict) {
        changes.add(new PolicyChange(path, before, after, verdict.materiality(), verdict.why(), ""));
    }

    private <T> void compare(
            String path, T before, T after, Function<T, String> words, BiFunction<T, T, Verdict> rule) {
        if (!before.equals(after)) {
            note(path, words.apply(before), words.apply(after), rule.apply(before, after));
        }
    }

    private <T> void named(
            String path,
            Map<String, T> before,
            Map<String, T> after,
            Function<T, String> words,
            Verdict added,
            Verdict removed,
            Pair<T> pair) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String own = path + "." + name;
            T was = before.get(name);
            T becomes = after.get(name);
            if (was != null && becomes != null) {
                pair.compare(own, was, becomes);
            } else if (becomes != null) {
                note(own, "", words.apply(becomes), added);
            } else if (was != null) {
                note(own, words.apply(was), "", removed);
            }
        }
    }

    private void description(String path, LocalText before, LocalText after) {
        compare(path + ".description", before, after, LocalText::toString, (was, becomes) -> ChangeRules.words());
    }

    private void category(String path, DataCategory before, DataCategory after) {
        description(path, before.description(), after.description());
        compare(
                path + ".attributes",
                before.attributes(),
                after.attributes(),
                PolicyComparison::texts,
                ChangeRules::attributes);
        compare(
                path + ".sensitivity",
                before.sensitivity(),
                after.sensitivity(),
                PolicyComparison::words,
                ChangeRules::sensitivity);
        compare(
                path + ".identifiability",
                before.identifiability(),
                after.identifiability(),
                PolicyComparison::words,
                ChangeRules::identifiability);
        compare(path + ".source", before.source(), after.source(), PolicyComparison::words, ChangeRules::source);
        compare(
                path + ".provision",
                before.provision(),
                after.provision(),
                PolicyComparison::words,
                ChangeRules::provision);
        compare(
                path + ".countries",
                before.countries(),
                after.countries(),
                countries -> countries.isEmpty() ? "all countries" : sorted(countries),
                ChangeRules::countries);
    }

    private void recipient(String path, Recipient before, Recipient after) {
        description(path, before.description(), after.description());
        compare(path + ".role", before.role(), after.role(), PolicyComparison::words, ChangeRules::role);
        compare(
                path + ".country",
                before.country(),
                after.country(),
                Function.identity(),
                (was, becomes) -> ChangeRules.country());
    }

    private void purpose(String path, Purpose before, Purpose after) {
        description(path, before.description(), after.description());
        Optional<ConsentTerms> asked = before.consentTerms();
        Optional<ConsentTerms> asks = after.consentTerms();
        if (asked.isPresent() && asks.isPresent()) {
            consent(path + ".consent", asked.get(), asks.get());
        } else {
            compare(path + ".basis", before.basis(), after.basis(), LawfulBasis::describe, ChangeRules::basis);
        }
        compare(path + ".nature", before.nature(), after.nature(), PolicyComparison::words, ChangeRules::nature);
        compare(
                path + ".carriedBy",
                before.carriedBy(),
                after.carriedBy(),
                PolicyComparison::sorted,
                ChangeRules::carriers);
        compare(
                path + ".categories",
                before.categories(),
                after.categories(),
                PolicyComparison::sorted,
                (was, becomes) -> ChangeRules.uses(before, after));
        compare(
                path + ".recipients",
                before.recipients(),
                after.recipients(),
                PolicyComparison::sorted,
                (was, becomes) -> ChangeRules.disclosures(before, after));
    }

    private void consent(String path, ConsentTerms before, ConsentTerms after) {
        int asked = before.text().version();
        int asks = after.text().version();
        boolean otherVersion = asked != asks;
        compare(path + ".text.version", asked, asks, String::valueOf, ChangeRules::textVersion);
        named(
                path + ".text.languages",
                before.text().languages(),
                after.text().languages(),
                Function.identity(),
                ChangeRules.languageAdded(otherVersion),
                ChangeRules.languageRemoved(otherVersion),
                (own, was, becomes) -> compare(
                        own, was, becomes, Function.identity(), (old, young) -> ChangeRules.textWords(otherVersion)));
        compare(
                path + ".validity",
                before.validity(),
                after.validity(),
                period -> period.map(PolicyComparison::words).orElse("until it is withdrawn"),
                ChangeRules::validity);
        compare(
                path + ".confirmWithin",
                before.confirmWithin(),
                after.confirmWithin(),
                period -> period.map(PolicyComparison::words).orElse("one act is enough"),
                ChangeRules::confirmation);
        compare(
                path + ".ageGate",
                before.ageGate(),
                after.ageGate(),
                PolicyComparison::words,
                (was, becomes) -> ChangeRules.ageGate(becomes));
    }

    private static String start(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime().toString();
    }

    private static String words(DataCategory category) {
        return sentence(
                category.description().toString(),
                texts(category.attributes()),
                words(category.sensitivity()),
                sorted(category.countries()));
    }

    private static String words(Recipient recipient) {
        return sentence(recipient.description().toString(), words(recipient.role()), recipient.country());
    }

    private static String words(Purpose purpose) {
        return sentence(
                purpose.description().toString(),
                purpose.basis().describe(),
                purpose.nature() == Nature.GENERAL ? "" : words(purpose.nature()),
                labelled("for ", purpose.carriedBy()),
                labelled("uses ", purpose.categories()),
                labelled("discloses to ", purpose.recipients()));
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(Period period) {
        return Stream.of(
                        counted(period.getYears(), "year"),
                        counted(period.getMonths(), "month"),
                        counted(period.getDays(), "day"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String counted(int number, String unit) {
        return number == 0 ? "" : number + " " + unit + (number == 1 ? "" : "s");
    }

    private static String labelled(String label, Set<String> names) {
        return names.isEmpty() ? "" : label + sorted(names);
    }

    private static String sentence(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("; "));
    }

    private static String sorted(Set<String> names) {
        return joined(new TreeSet<>(names));
    }

    private static String texts(Collection<LocalText> texts) {
        return joined(texts.stream().map(LocalText::toString).toList());
    }

    private static String joined(Collection<String> names) {
        return String.join(", ", names);
    }
}

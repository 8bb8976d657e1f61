package org.privacyrules.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.privacyrules.policy.ConsentTerms.AgeGate;
import org.privacyrules.policy.DataCategory.Identifiability;
import org.privacyrules.policy.DataCategory.Provision;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.DataCategory.Source;
import org.privacyrules.policy.Purpose.Nature;
import org.privacyrules.policy.Recipient.Role;

/** Policies at random, over few names so that two have much in common, and all ways to change one in one place. */
final class RandomPolicies {

    private static final List<String> KINDS = List.of("customer", "visitor", "invitee");
    private static final List<String> CATEGORIES = List.of("contact-details", "usage", "orders");
    private static final List<String> RECIPIENTS = List.of("printer", "mailer");
    private static final List<String> PURPOSES = List.of("account", "news", "tracking");
    private static final List<String> WORDS = List.of("one", "two", "three");
    private static final List<String> COUNTRIES = List.of("SE", "DE", "US");

    private RandomPolicies() {}

    static PrivacyPolicy one(Random random) {
        return new PrivacyPolicy(
                "version",
                Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(3))),
                ZoneId.of(any(random, List.of("Europe/Stockholm", "Europe/Helsinki"))),
                some(random, KINDS)
                        .map(name -> new SubjectKind(name, any(random, WORDS)))
                        .toList(),
                some(random, CATEGORIES).map(name -> category(random, name)).toList(),
                some(random, RECIPIENTS)
                        .map(name -> new Recipient(
                                name, any(random, WORDS), any(random, Role.values()), any(random, COUNTRIES)))
                        .toList(),
                some(random, PURPOSES).map(name -> purpose(random, name)).toList());
    }

    private static DataCategory category(Random random, String name) {
        return new DataCategory(
                name,
                any(random, WORDS),
                some(random, WORDS).toList(),
                any(random, Sensitivity.values()),
                any(random, Identifiability.values()),
                any(random, Source.values()),
                any(random, Provision.values()),
                some(random, COUNTRIES).collect(Collectors.toSet()));
    }

    private static Purpose purpose(Random random, String name) {
        LawfulBasis basis = any(
                random,
                List.of(
                        new LawfulBasis.Consent(terms(random)),
                        new LawfulBasis.Consent(terms(random)),
                        new LawfulBasis.Contract(),
                        new LawfulBasis.LegalObligation(any(random, WORDS)),
                        new LawfulBasis.VitalInterests(any(random, WORDS)),
                        new LawfulBasis.PublicTask(any(random, WORDS)),
                        new LawfulBasis.LegitimateInterests(any(random, WORDS))));
        return new Purpose(
                name,
                any(random, WORDS),
                basis,
                any(random, Nature.values()),
                some(random, KINDS).collect(Collectors.toSet()),
                some(random, CATEGORIES).collect(Collectors.toSet()),
                some(random, RECIPIENTS).collect(Collectors.toSet()));
    }

    private static ConsentTerms terms(Random random) {
        ConsentText text = ConsentText.of(1 + random.nextInt(3), any(random, List.of("en", "sv")), any(random, WORDS));
        return new ConsentTerms(
                random.nextBoolean() ? text : text.and("de", any(random, WORDS)),
                period(random),
                period(random),
                any(random, AgeGate.values()));
    }

    private static Optional<Period> period(Random random) {
        return any(
                random,
                List.of(Optional.<Period>empty(), Optional.of(Period.ofMonths(1)), Optional.of(Period.ofYears(1))));
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static <T> T any(Random random, T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static <T> Stream<T> some(Random random, List<T> all) {
        return shuffled(all, random).stream().limit(random.nextInt(all.size() + 1));
    }

    private static <T> List<T> shuffled(Iterable<T> all, Random random) {
        List<T> list = new ArrayList<>();
        all.forEach(list::add);
        Collections.shuffle(list, random);
        return list;
    }

    /** The same policy, told in another order. */
    static PrivacyPolicy reordered(PrivacyPolicy policy, Random random) {
        return new PrivacyPolicy(
                policy.version(),
                policy.effectiveFrom(),
                policy.zone(),
                shuffled(policy.subjectKinds().values(), random),
                shuffled(policy.categories().values(), random),
                shuffled(policy.recipients().values(), random),
                shuffled(policy.purposes().values(), random));
    }

    /** Every change in one place, by the path that is expected of it. */
    static Map<String, PrivacyPolicy> mutations(PrivacyPolicy policy) {
        Map<String, PrivacyPolicy> mutations = new LinkedHashMap<>();
        Parts parts = new Parts(policy);
        mutations.put("effectiveFrom", parts.withStart(policy.effectiveFrom().plusSeconds(1)));
        mutations.put("zone", parts.withZone(ZoneId.of("America/New_York")));
        lists(
                "subjectKinds",
                List.copyOf(policy.subjectKinds().values()),
                SubjectKind::name,
                new SubjectKind("brand-new", "words"),
                RandomPolicies::ofKind,
                parts::withKinds,
                mutations);
        lists(
                "categories",
                List.copyOf(policy.categories().values()),
                DataCategory::name,
                category(new Random(1), "brand-new"),
                RandomPolicies::ofCategory,
                parts::withCategories,
                mutations);
        lists(
                "recipients",
                List.copyOf(policy.recipients().values()),
                Recipient::name,
                new Recipient("brand-new", "words", Role.PROCESSOR, "SE"),
                RandomPolicies::ofRecipient,
                parts::withRecipients,
                mutations);
        lists(
                "purposes",
                List.copyOf(policy.purposes().values()),
                Purpose::name,
                purpose(new Random(1), "brand-new"),
                RandomPolicies::ofPurpose,
                parts::withPurposes,
                mutations);
        return mutations;
    }

    /** A policy whose parts are exchanged one at a time. */
    private record Parts(PrivacyPolicy policy) {

        PrivacyPolicy withStart(Instant start) {
            return rebuilt(start, policy.zone());
        }

        PrivacyPolicy withZone(ZoneId zone) {
            return rebuilt(policy.effectiveFrom(), zone);
        }

        private PrivacyPolicy rebuilt(Instant start, ZoneId zone) {
            return new PrivacyPolicy(policy.version(), start, zone, kinds(), categories(), recipients(), purposes());
        }

        PrivacyPolicy withKinds(List<SubjectKind> changed) {
            return rebuilt(changed, categories(), recipients(), purposes());
        }

        PrivacyPolicy withCategories(List<DataCategory> changed) {
            return rebuilt(kinds(), changed, recipients(), purposes());
        }

        PrivacyPolicy withRecipients(List<Recipient> changed) {
            return rebuilt(kinds(), categories(), changed, purposes());
        }

        PrivacyPolicy withPurposes(List<Purpose> changed) {
            return rebuilt(kinds(), categories(), recipients(), changed);
        }

        private PrivacyPolicy rebuilt(
                List<SubjectKind> kinds,
                List<DataCategory> categories,
                List<Recipient> recipients,
                List<Purpose> purposes) {
            return new PrivacyPolicy(
                    policy.version(), policy.effectiveFrom(), policy.zone(), kinds, categories, recipients, purposes);
        }

        private List<SubjectKind> kinds() {
            return List.copyOf(policy.subjectKinds().values());
        }

        private List<DataCategory> categories() {
            return List.copyOf(policy.categories().values());
        }

        private List<Recipient> recipients() {
            return List.copyOf(policy.recipients().values());
        }

        private List<Purpose> purposes() {
            return List.copyOf(policy.purposes().values());
        }
    }

    /** One more, one less, and each of the ways to change one. */
    private static <T> void lists(
            String path,
            List<T> declared,
            Function<T, String> name,
            T more,
            BiConsumer<T, BiConsumer<String, T>> changes,
            Function<List<T>, PrivacyPolicy> rebuilt,
            Map<String, PrivacyPolicy> mutations) {
        mutations.put(
                path + ".brand-new",
                rebuilt.apply(Stream.concat(declared.stream(), Stream.of(more)).toList()));
        for (T each : declared) {
            String own = path + "." + name.apply(each);
            mutations.put(
                    own,
                    rebuilt.apply(
                            declared.stream().filter(other -> other != each).toList()));
            changes.accept(
                    each,
                    (attribute, changed) -> mutations.put(
                            own + "." + attribute,
                            rebuilt.apply(declared.stream()
                                    .map(other -> other == each ? changed : other)
                                    .toList())));
        }
    }

    private static void ofKind(SubjectKind kind, BiConsumer<String, SubjectKind> changed) {
        changed.accept("description", new SubjectKind(kind.name(), other(kind.description())));
    }

    private static void ofCategory(DataCategory c, BiConsumer<String, DataCategory> changed) {
        changed.accept(
                "description",
                new DataCategory(
                        c.name(),
                        other(c.description()),
                        c.attributes(),
                        c.sensitivity(),
                        c.identifiability(),
                        c.source(),
                        c.provision(),
                        c.countries()));
        changed.accept(
                "attributes",
                new DataCategory(
                        c.name(),
                        c.description(),
                        c.attributes().isEmpty()
                                ? List.of("another")
                                : c.attributes().subList(1, c.attributes().size()),
                        c.sensitivity(),
                        c.identifiability(),
                        c.source(),
                        c.provision(),
                        c.countries()));
        changed.accept(
                "sensitivity",
                new DataCategory(
                        c.name(),
                        c.description(),
                        c.attributes(),
                        other(c.sensitivity(), Sensitivity.values()),
                        c.identifiability(),
                        c.source(),
                        c.provision(),
                        c.countries()));
        changed.accept(
                "identifiability",
                new DataCategory(
                        c.name(),
                        c.description(),
                        c.attributes(),
                        c.sensitivity(),
                        other(c.identifiability(), Identifiability.values()),
                        c.source(),
                        c.provision(),
                        c.countries()));
        changed.accept(
                "source",
                new DataCategory(
                        c.name(),
                        c.description(),
                        c.attributes(),
                        c.sensitivity(),
                        c.identifiability(),
                        other(c.source(), Source.values()),
                        c.provision(),
                        c.countries()));
        changed.accept(
                "provision",
                new DataCategory(
                        c.name(),
                        c.description(),
                        c.attributes(),
                        c.sensitivity(),
                        c.identifiability(),
                        c.source(),
                        other(c.provision(), Provision.values()),
                        c.countries()));
        changed.accept(
                "countries",
                new DataCategory(
                        c.name(),
                        c.description(),
                        c.attributes(),
                        c.sensitivity(),
                        c.identifiability(),
                        c.source(),
                        c.provision(),
                        toggled(c.countries(), "SE")));
    }

    private static void ofRecipient(Recipient r, BiConsumer<String, Recipient> changed) {
        changed.accept("description", new Recipient(r.name(), other(r.description()), r.role(), r.country()));
        changed.accept("role", new Recipient(r.name(), r.description(), other(r.role(), Role.values()), r.country()));
        changed.accept("country", new Recipient(r.name(), r.description(), r.role(), other(r.country())));
    }

    private static void ofPurpose(Purpose p, BiConsumer<String, Purpose> changed) {
        changed.accept(
                "description",
                new Purpose(
                        p.name(),
                        other(p.description()),
                        p.basis(),
                        p.nature(),
                        p.carriedBy(),
                        p.categories(),
                        p.recipients()));
        changed.accept("basis", rebased(p, new LawfulBasis.PublicTask("another")));
        changed.accept(
                "nature",
                new Purpose(
                        p.name(),
                        p.description(),
                        p.basis(),
                        other(p.nature(), Nature.values()),
                        p.carriedBy(),
                        p.categories(),
                        p.recipients()));
        changed.accept(
                "carriedBy",
                new Purpose(
                        p.name(),
                        p.description(),
                        p.basis(),
                        p.nature(),
                        toggled(p.carriedBy(), "customer"),
                        p.categories(),
                        p.recipients()));
        changed.accept(
                "categories",
                new Purpose(
                        p.name(),
                        p.description(),
                        p.basis(),
                        p.nature(),
                        p.carriedBy(),
                        toggled(p.categories(), "usage"),
                        p.recipients()));
        changed.accept(
                "recipients",
                new Purpose(
                        p.name(),
                        p.description(),
                        p.basis(),
                        p.nature(),
                        p.carriedBy(),
                        p.categories(),
                        toggled(p.recipients(), "printer")));
        p.consentTerms()
                .ifPresent(terms -> ofTerms(
                        terms,
                        (attribute, other) ->
                                changed.accept("consent." + attribute, rebased(p, new LawfulBasis.Consent(other)))));
    }

    private static Purpose rebased(Purpose p, LawfulBasis basis) {
        return new Purpose(p.name(), p.description(), basis, p.nature(), p.carriedBy(), p.categories(), p.recipients());
    }

    private static void ofTerms(ConsentTerms t, BiConsumer<String, ConsentTerms> changed) {
        ConsentText text = t.text();
        String first = text.languages().keySet().iterator().next();
        changed.accept("text.version", worded(t, new ConsentText(text.version() + 1, text.languages())));
        changed.accept("text.languages." + first, worded(t, text.and(first, "other words")));
        changed.accept("text.languages.fi", worded(t, text.and("fi", "other words")));
        changed.accept("validity", new ConsentTerms(text, toggled(t.validity()), t.confirmWithin(), t.ageGate()));
        changed.accept("confirmWithin", new ConsentTerms(text, t.validity(), toggled(t.confirmWithin()), t.ageGate()));
        changed.accept(
                "ageGate",
                new ConsentTerms(text, t.validity(), t.confirmWithin(), other(t.ageGate(), AgeGate.values())));
    }

    private static ConsentTerms worded(ConsentTerms t, ConsentText text) {
        return new ConsentTerms(text, t.validity(), t.confirmWithin(), t.ageGate());
    }

    private static Optional<Period> toggled(Optional<Period> period) {
        return period.isPresent() ? Optional.empty() : Optional.of(Period.ofDays(10));
    }

    private static Set<String> toggled(Set<String> names, String name) {
        Set<String> toggled = new HashSet<>(names);
        if (!toggled.remove(name)) {
            toggled.add(name);
        }
        return toggled;
    }

    private static String other(String words) {
        return words + " more";
    }

    private static <E extends Enum<E>> E other(E value, E[] values) {
        return Stream.of(values).filter(each -> each != value).findFirst().orElseThrow();
    }
}

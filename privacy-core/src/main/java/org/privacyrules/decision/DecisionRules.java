package org.privacyrules.decision;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.privacyrules.calendar.Span;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.fact.FactState;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose;
import org.privacyrules.subject.SubjectId;

/** One version of the policy, arranged for answering. Pure: the same arguments give the same answer. */
final class DecisionRules {

    private final PrivacyPolicy policy;
    private final Map<String, Rule> rules = new HashMap<>();

    /** One purpose with what its answers need. */
    private record Rule(
            Purpose purpose,
            Use plainUse,
            List<String> carriers,
            Map<String, DataCategory> categories,
            Reason permitting,
            @Nullable ConsentTerms terms) {

        static Rule of(Purpose purpose, PrivacyPolicy policy) {
            Map<String, DataCategory> categories = new HashMap<>(policy.categories());
            categories.keySet().retainAll(purpose.categories());
            return new Rule(
                    purpose,
                    Use.of(purpose.name()),
                    purpose.carriedBy().stream().sorted().toList(),
                    categories,
                    permitting(purpose.basis()),
                    purpose.consentTerms().orElse(null));
        }

        private static Reason permitting(LawfulBasis basis) {
            if (basis instanceof LawfulBasis.Consent) {
                return Reason.CONSENT_STANDS;
            }
            if (basis instanceof LawfulBasis.Contract) {
                return Reason.CONTRACT;
            }
            if (basis instanceof LawfulBasis.LegalObligation) {
                return Reason.LEGAL_OBLIGATION;
            }
            if (basis instanceof LawfulBasis.VitalInterests) {
                return Reason.VITAL_INTERESTS;
            }
            return basis instanceof LawfulBasis.PublicTask ? Reason.PUBLIC_TASK : Reason.LEGITIMATE_INTERESTS;
        }
    }

    DecisionRules(PrivacyPolicy policy) {
        this.policy = policy;
        policy.purposes().forEach((name, purpose) -> rules.put(name, Rule.of(purpose, policy)));
    }

    /** Whether these are the rules of that very object: to compare what two policies say would cost each decision. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(PrivacyPolicy version) {
        return policy == version;
    }

    Purpose purpose(String name) {
        return rule(name).purpose();
    }

    /** The plain use of a purpose, the same object each time. */
    Use plainUse(String purpose) {
        return rule(purpose).plainUse();
    }

    /** What {@link #decide} looks at; fails as it would if the use names what the policy does not declare. */
    Aspects aspects(Use use) {
        requireDeclared(use.category());
        againstRecipient(rule(use.purpose()), use.recipient());
        Set<String> facts = new HashSet<>();
        Set<String> purposes = new HashSet<>(use.alsoServed());
        purposes.add(use.purpose());
        for (String name : purposes) {
            facts.addAll(rule(name).purpose().carriedBy());
            if (rule(name).terms() != null) {
                facts.add(FactEvent.OF_AGE);
            }
        }
        DataCategory category = policy.categories().get(use.category());
        if (category != null) {
            facts.addAll(category.subjectKinds());
            if (!category.countries().isEmpty()) {
                facts.add(FactEvent.COUNTRY);
            }
        }
        return new Aspects(facts, Set.of(), purposes);
    }

    Decision decide(SubjectId subject, KnownSubject known, Use use, Instant now) {
        Rule rule = rule(use.purpose());
        List<Decision> served = List.of();
        int smuggled = 0;
        if (!use.alsoServed().isEmpty()) {
            served = use.alsoServed().stream()
                    .map(other -> decide(subject, known, use.onlyServing(other), now))
                    .toList();
            smuggled = againstMixing(rule.purpose(), served);
        }
        FactState relation = relation(rule, known, now);
        ConsentState consent = known.consent(use.purpose());
        int against =
                smuggled | againstUse(rule, use, known, now) | againstPurpose(rule, relation, consent, known, use, now);
        Set<Reason> reasons = Reason.of(against == 0 ? rule.permitting().bit() : against);
        return new Decision(subject, use, rule.purpose(), policy, reasons, now, relation, consent, served);
    }

    private Rule rule(String purpose) {
        Rule rule = rules.get(purpose);
        if (rule == null) {
            throw UnknownNameException.of("purpose", purpose, rules.keySet());
        }
        return rule;
    }

    /** The standing relation that lasts longest. */
    private static FactState relation(Rule rule, KnownSubject known, Instant now) {
        FactState longest = FactState.NONE;
        for (int i = 0; i < rule.carriers().size(); i++) {
            FactState fact = known.fact(rule.carriers().get(i));
            if (fact.holdsAt(now) && fact.end().isAfter(longest.end())) {
                longest = fact;
            }
            if (longest.end().equals(Span.NEVER)) {
                return longest;
            }
        }
        return longest;
    }

    private int againstUse(Rule rule, Use use, KnownSubject known, Instant now) {
        return againstCategory(rule, use.category(), known, now) | againstRecipient(rule, use.recipient());
    }

    private int againstCategory(Rule rule, String name, KnownSubject known, Instant now) {
        if (name.isEmpty()) {
            return 0;
        }
        DataCategory category = rule.categories().get(name);
        if (category == null) {
            requireDeclared(name);
            return Reason.CATEGORY_NOT_DECLARED.bit();
        }
        return category.countries().isEmpty() && category.subjectKinds().isEmpty()
                ? 0
                : againstLimits(category, known, now);
    }

    /** Apart from the rest, which is asked for each decision: few categories have limits. */
    private static int againstLimits(DataCategory category, KnownSubject known, Instant now) {
        boolean covered = category.countries().isEmpty()
                || category.countries().contains(known.fact(FactEvent.COUNTRY).value());
        boolean related = category.subjectKinds().isEmpty()
                || category.subjectKinds().stream()
                        .anyMatch(kind -> known.fact(kind).holdsAt(now));
        return (covered ? 0 : Reason.COUNTRY_NOT_COVERED.bit()) | (related ? 0 : Reason.KIND_NOT_COVERED.bit());
    }

    private void requireDeclared(String category) {
        if (!category.isEmpty() && !policy.categories().containsKey(category)) {
            throw UnknownNameException.of(
                    "category", category, policy.categories().keySet());
        }
    }

    private int againstRecipient(Rule rule, String name) {
        if (name.isEmpty()) {
            return 0;
        }
        if (!policy.recipients().containsKey(name)) {
            throw UnknownNameException.of("recipient", name, policy.recipients().keySet());
        }
        return rule.purpose().recipients().contains(name) ? 0 : Reason.RECIPIENT_NOT_DECLARED.bit();
    }

    private static int againstMixing(Purpose purpose, List<Decision> served) {
        Set<Purpose.Nature> natures = EnumSet.of(purpose.nature());
        served.forEach(other -> natures.add(other.purpose().nature()));
        boolean marketing =
                natures.contains(Purpose.Nature.DIRECT_MARKETING) || natures.contains(Purpose.Nature.TRACKING);
        return marketing && natures.contains(Purpose.Nature.SERVICE_MESSAGE)
                ? Reason.MARKETING_IN_SERVICE_MESSAGE.bit()
                : 0;
    }

    private static int againstPurpose(
            Rule rule, FactState relation, ConsentState consent, KnownSubject known, Use use, Instant now) {
        int against = known.restricted() ? Reason.RESTRICTED.bit() : 0;
        if (!relation.isKnown()) {
            against |= Reason.NO_RELATION.bit();
        }
        if (use.signal() == GlobalPrivacyControl.ON && rule.purpose().nature() == Purpose.Nature.TRACKING) {
            against |= Reason.GLOBAL_PRIVACY_CONTROL.bit();
        }
        if (rule.terms() != null) {
            return against | againstConsent(rule.terms(), consent, known, now);
        }
        boolean saidNo = consent.status().isNo() && rule.purpose().objectable();
        return saidNo ? against | no(consent.status()).bit() : against;
    }

    private static int againstConsent(ConsentTerms terms, ConsentState consent, KnownSubject known, Instant now) {
        ConsentStatus status = consent.statusAt(now, terms.text().version());
        return switch (status) {
            case GIVEN -> againstAge(terms, consent, known);
            case REFUSED, WITHDRAWN, OBJECTED -> no(status).bit();
            case PENDING -> Reason.PENDING_CONFIRMATION.bit();
            case EXPIRED -> Reason.EXPIRED.bit();
            case OUTDATED -> Reason.OUTDATED.bit();
            case DISMISSED -> Reason.DISMISSED.bit();
            case UNKNOWN, OBJECTION_LIFTED -> Reason.NOT_ASKED.bit();
        };
    }

    private static Reason no(ConsentStatus status) {
        return switch (status) {
            case REFUSED -> Reason.REFUSED;
            case WITHDRAWN -> Reason.WITHDRAWN;
            default -> Reason.OBJECTED;
        };
    }

    /** A consent counts if the subject was of age when giving it, or a guardian gave it. */
    private static int againstAge(ConsentTerms terms, ConsentState consent, KnownSubject known) {
        if (consent.byGuardian()) {
            return 0;
        }
        FactState ofAge = known.fact(FactEvent.OF_AGE);
        if (!ofAge.isKnown()) {
            return terms.ageGate() == ConsentTerms.AgeGate.REQUIRED ? Reason.AGE_UNKNOWN.bit() : 0;
        }
        return ofAge.holdsAt(consent.since()) ? 0 : Reason.GUARDIAN_REQUIRED.bit();
    }
}

package org.privacyrules.policy;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.policy.Purpose.Nature;

/** Describes one purpose: say exactly one basis, what carries it, what it uses and how long it keeps that. */
public final class PurposeBuilder {

    private final String name;
    private LocalText description = LocalText.NONE;
    private final List<LawfulBasis> bases = new ArrayList<>();
    private Nature nature = Nature.GENERAL;
    private final Set<String> carriedBy = new LinkedHashSet<>();
    private final Set<String> categories = new LinkedHashSet<>();
    private final Set<String> recipients = new LinkedHashSet<>();
    private Optional<RetentionRule> rule = Optional.empty();
    private final Map<String, RetentionRule> ruleByCategory = new HashMap<>();
    private boolean openEnded;
    private boolean asProcessor;
    private final Set<String> jointControllers = new LinkedHashSet<>();
    private Optional<SpecialCondition> specialCondition = Optional.empty();
    private Optional<AutomatedDecision> automatedDecision = Optional.empty();

    PurposeBuilder(String name) {
        this.name = name;
    }

    /**
     * The purpose in words that a data subject understands.
     *
     * @param text the description, in the policy's first language
     * @return this
     */
    public PurposeBuilder describedAs(String text) {
        return describedAs(LocalText.of(text));
    }

    /**
     * The purpose in words that a data subject understands.
     *
     * @param text the description
     * @return this
     */
    public PurposeBuilder describedAs(LocalText text) {
        description = text;
        return this;
    }

    /**
     * Rests on consent, Art. 6(1)(a) GDPR.
     *
     * @param terms the text and how consent to it is given
     * @return this
     */
    public PurposeBuilder consent(ConsentTerms terms) {
        return basis(new LawfulBasis.Consent(terms));
    }

    /**
     * Rests on a contract with the subject, Art. 6(1)(b) GDPR.
     *
     * @return this
     */
    public PurposeBuilder contract() {
        return basis(new LawfulBasis.Contract());
    }

    /**
     * Rests on a legal obligation, Art. 6(1)(c) GDPR.
     *
     * @param citation the law and section
     * @return this
     */
    public PurposeBuilder legalObligation(String citation) {
        return basis(new LawfulBasis.LegalObligation(citation, Optional.empty()));
    }

    /**
     * Rests on a legal obligation to keep data for a time, Art. 6(1)(c) GDPR.
     *
     * @param citation the law and section
     * @param minimum how long that law orders data to be kept at least
     * @return this
     */
    public PurposeBuilder legalObligation(String citation, Period minimum) {
        return basis(new LawfulBasis.LegalObligation(citation, Optional.of(minimum)));
    }

    /**
     * Rests on legitimate interests, Art. 6(1)(f) GDPR.
     *
     * @param interest which interest is pursued, in the policy's first language
     * @param assessment the host's reference of the balancing test
     * @return this
     */
    public PurposeBuilder legitimateInterests(String interest, String assessment) {
        return basis(new LawfulBasis.LegitimateInterests(LocalText.of(interest), assessment));
    }

    /**
     * Rests on this basis.
     *
     * @param value any of the six
     * @return this
     */
    public PurposeBuilder basis(LawfulBasis value) {
        bases.add(value);
        return this;
    }

    /**
     * What special rules apply.
     *
     * @param value the nature; {@link Nature#GENERAL} unless told
     * @return this
     */
    public PurposeBuilder nature(Nature value) {
        nature = value;
        return this;
    }

    /**
     * The subject kinds whose relation carries the purpose: one of them must stand.
     *
     * @param kinds declared subject kinds
     * @return this
     */
    public PurposeBuilder carriedBy(String... kinds) {
        carriedBy.addAll(List.of(kinds));
        return this;
    }

    /**
     * The categories that the purpose uses.
     *
     * @param names declared categories
     * @return this
     */
    public PurposeBuilder uses(String... names) {
        categories.addAll(List.of(names));
        return this;
    }

    /**
     * The recipients to whom the purpose discloses.
     *
     * @param names declared recipients
     * @return this
     */
    public PurposeBuilder disclosesTo(String... names) {
        recipients.addAll(List.of(names));
        return this;
    }

    /**
     * How long the purpose keeps what it uses.
     *
     * @param term the term for every category that has none of its own
     * @return this
     */
    public PurposeBuilder kept(RetentionTerm term) {
        return kept(RetentionRule.of(term));
    }

    /**
     * How long the purpose keeps what it uses, with variants or locked.
     *
     * @param common the rule for every category that has none of its own
     * @return this
     */
    public PurposeBuilder kept(RetentionRule common) {
        rule = Optional.of(common);
        return this;
    }

    /**
     * How long the purpose keeps one category.
     *
     * @param category a category that it uses
     * @param term the term
     * @return this
     */
    public PurposeBuilder kept(String category, RetentionTerm term) {
        return kept(category, RetentionRule.of(term));
    }

    /**
     * How long the purpose keeps one category, with variants or locked.
     *
     * @param category a category that it uses
     * @param own the rule
     * @return this
     */
    public PurposeBuilder kept(String category, RetentionRule own) {
        ruleByCategory.put(category, own);
        return this;
    }

    /**
     * The policy says no more than "as long as necessary". That is no period: it is found, and the policy is not built.
     *
     * @return this
     */
    public PurposeBuilder keptAsLongAsNecessary() {
        openEnded = true;
        return this;
    }

    /**
     * The purpose is set together with other controllers (Art. 26 GDPR).
     *
     * @param parties declared parties
     * @return this
     */
    public PurposeBuilder jointlyWith(String... parties) {
        jointControllers.addAll(List.of(parties));
        return this;
    }

    /**
     * The policy calls the company a processor here. Whoever has a purpose is a controller (Art. 28(10) GDPR): it is found,
     * and the policy is not built. Use {@link PolicyBuilder#onBehalf} for what is done for others.
     *
     * @return this
     */
    public PurposeBuilder asProcessor() {
        asProcessor = true;
        return this;
    }

    /**
     * Why the purpose may use special categories (Art. 9(2) GDPR).
     *
     * @param kind which of the conditions
     * @param support the law or reference that it rests on; may be empty for explicit consent
     * @return this
     */
    public PurposeBuilder specialCondition(SpecialCondition.Kind kind, String support) {
        specialCondition = Optional.of(new SpecialCondition(kind, support));
        return this;
    }

    /**
     * The purpose decides by machine alone, with weight for the person (Art. 22 GDPR).
     *
     * @param logic the logic involved
     * @param consequences what it can mean for the person
     * @return this
     */
    public PurposeBuilder decidesAutomatically(LocalText logic, LocalText consequences) {
        automatedDecision = Optional.of(new AutomatedDecision(logic, consequences));
        return this;
    }

    PurposeDraft draft() {
        return new PurposeDraft(
                name,
                description,
                List.copyOf(bases),
                nature,
                carriedBy,
                categories,
                recipients,
                rule,
                ruleByCategory,
                openEnded,
                asProcessor,
                jointControllers,
                specialCondition,
                automatedDecision);
    }
}

package org.privacyrules.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.privacyrules.policy.Purpose.Nature;

/** Describes one purpose: say exactly one basis, what carries it and what it uses. */
public final class PurposeBuilder {

    private final String name;
    private String description = "";
    private final List<LawfulBasis> bases = new ArrayList<>();
    private Nature nature = Nature.GENERAL;
    private final Set<String> carriedBy = new LinkedHashSet<>();
    private final Set<String> categories = new LinkedHashSet<>();
    private final Set<String> recipients = new LinkedHashSet<>();

    PurposeBuilder(String name) {
        this.name = name;
    }

    /**
     * The purpose in words that a data subject understands.
     *
     * @param text the description
     * @return this
     */
    public PurposeBuilder describedAs(String text) {
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
        return basis(new LawfulBasis.LegalObligation(citation));
    }

    /**
     * Rests on legitimate interests, Art. 6(1)(f) GDPR.
     *
     * @param assessment the host's reference of the balancing test
     * @return this
     */
    public PurposeBuilder legitimateInterests(String assessment) {
        return basis(new LawfulBasis.LegitimateInterests(assessment));
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

    String name() {
        return name;
    }

    List<LawfulBasis> bases() {
        return bases;
    }

    Nature nature() {
        return nature;
    }

    Set<String> carriedBy() {
        return carriedBy;
    }

    Set<String> categories() {
        return categories;
    }

    Set<String> recipients() {
        return recipients;
    }

    Purpose build() {
        return new Purpose(name, description, bases.get(0), nature, carriedBy, categories, recipients);
    }
}

package org.privacyrules.policy;

/**
 * What protects data in a third country (Chapter V GDPR).
 *
 * @param kind which of the ways of the law
 * @param reference which decision, contract or rules, and how people get a copy (Art. 13(1)(f) GDPR)
 */
public record Safeguard(Kind kind, String reference) {

    /** The ways in which the law allows a transfer. */
    public enum Kind {
        /** A decision of the Commission that covers this recipient (Art. 45). */
        ADEQUACY_DECISION,
        /** An instrument between public bodies (Art. 46(2)(a)). */
        PUBLIC_INSTRUMENT,
        /** Binding corporate rules (Art. 46(2)(b) and 47). */
        BINDING_CORPORATE_RULES,
        /** Standard contractual clauses (Art. 46(2)(c)-(d)). */
        STANDARD_CONTRACTUAL_CLAUSES,
        /** An approved code of conduct (Art. 46(2)(e)). */
        CODE_OF_CONDUCT,
        /** An approved certification (Art. 46(2)(f)). */
        CERTIFICATION,
        /** A derogation for a specific situation (Art. 49(1)). */
        DEROGATION
    }
}

package org.privacyrules.policy;

/**
 * A decision that only a machine makes and that weighs on a person (Art. 22 GDPR).
 *
 * @param logic the logic involved, in words (Art. 13(2)(f))
 * @param consequences what it can mean for the person
 */
public record AutomatedDecision(LocalText logic, LocalText consequences) {}

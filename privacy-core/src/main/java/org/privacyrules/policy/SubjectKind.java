package org.privacyrules.policy;

/**
 * A relation in which a person can stand to the controller: customer, contact, invitee, visitor.
 *
 * @param name the name under which the host reports it
 * @param description the relation in words
 */
public record SubjectKind(String name, LocalText description) {}

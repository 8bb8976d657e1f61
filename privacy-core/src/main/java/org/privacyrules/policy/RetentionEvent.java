package org.privacyrules.policy;

/**
 * Something that starts or ends a retention term: an invoice was issued, a case was closed.
 *
 * @param name the name under which it is reported
 * @param description a clause that goes on after "until" and "after", such as {@code the case was closed}
 */
public record RetentionEvent(String name, LocalText description) {}

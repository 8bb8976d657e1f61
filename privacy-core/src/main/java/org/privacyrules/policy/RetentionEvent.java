package org.privacyrules.policy;

import java.util.Optional;

/**
 * Something that starts or ends a retention term: an invoice was issued, a case was closed.
 *
 * @param name the name under which it is reported
 * @param description a clause that goes on after "until" and "after", such as {@code the case was closed}
 * @param endOf the subject kind whose relation ends with it; such an event needs no report of its own, because it is the
 *     relation's end. Empty: it is reported
 */
public record RetentionEvent(String name, LocalText description, Optional<String> endOf) {}

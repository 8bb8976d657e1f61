package org.privacyrules.policy;

import java.util.Set;

/**
 * What the company does for other controllers, on their instructions (Art. 28 and 30(2) GDPR). It is no purpose: nothing is
 * decided on it here, and a request of a person goes to the controller.
 *
 * @param name the name of the activity, such as {@code hosting}
 * @param description the categories of processing, in words
 * @param controllers for whom, by name or by kind, such as "customers who run servers with us"
 * @param subProcessors declared recipients that take part
 */
public record ProcessingOnBehalf(String name, LocalText description, LocalText controllers, Set<String> subProcessors) {

    public ProcessingOnBehalf {
        subProcessors = Set.copyOf(subProcessors);
    }
}

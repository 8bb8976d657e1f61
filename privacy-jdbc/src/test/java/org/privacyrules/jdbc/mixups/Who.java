package org.privacyrules.jdbc.mixups;

import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** One tenant's subject. */
record Who(Tenant tenant, SubjectId subject) implements Comparable<Who> {

    static Who of(String tenant, String key) {
        return new Who(new Tenant(tenant), SubjectId.of(key));
    }

    String key() {
        return subject.reveal();
    }

    @Override
    public int compareTo(Who other) {
        int order = tenant.name().compareTo(other.tenant.name());
        return order == 0 ? subject.compareTo(other.subject) : order;
    }

    /** The key with escapes: no test has a person's, and two that look alike must be told apart. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(tenant.name()).append("/");
        key().codePoints()
                .forEach(c -> text.append(c > ' ' && c < 127 ? Character.toString(c) : "\\u{%x}".formatted(c)));
        return text.toString();
    }

    /** Two that a careless comparison takes for one. */
    record Pair(Who one, Who other) {

        @SuppressWarnings("ArgumentSelectionDefectChecker") // that is what it is for
        Pair turned() {
            return new Pair(other, one);
        }
    }
}

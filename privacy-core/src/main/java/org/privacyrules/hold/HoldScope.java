package org.privacyrules.hold;

import java.util.Optional;
import org.privacyrules.subject.SubjectId;

/**
 * What a hold keeps: everything, a subject's data, a category, or a category of a subject.
 *
 * @param subject whose data; empty: everybody's
 * @param category which category; empty: all of them
 */
public record HoldScope(Optional<SubjectId> subject, Optional<String> category) {

    public HoldScope {
        subject.ifPresent(SubjectId::requireSomebody);
    }

    /**
     * Everything.
     *
     * @return the scope
     */
    public static HoldScope everything() {
        return new HoldScope(Optional.empty(), Optional.empty());
    }

    /**
     * All data of a subject.
     *
     * @param subject whose
     * @return the scope
     */
    public static HoldScope of(SubjectId subject) {
        return new HoldScope(Optional.of(subject), Optional.empty());
    }

    /**
     * A category, of everybody.
     *
     * @param category a category of the policy
     * @return the scope
     */
    public static HoldScope of(String category) {
        return new HoldScope(Optional.empty(), Optional.of(category));
    }

    /**
     * A category of a subject.
     *
     * @param subject whose
     * @param category a category of the policy
     * @return the scope
     */
    public static HoldScope of(SubjectId subject, String category) {
        return new HoldScope(Optional.of(subject), Optional.of(category));
    }

    /**
     * Whether data are kept.
     *
     * @param whose whose data
     * @param which of which category
     * @return true if they are
     */
    public boolean covers(SubjectId whose, String which) {
        return touches(whose) && touches(which);
    }

    /** Whether some data of a subject are kept. */
    boolean touches(SubjectId whose) {
        return subject.isEmpty() || subject.get().equals(whose);
    }

    /** Whether some data of a category are kept. */
    boolean touches(String which) {
        return category.isEmpty() || category.get().equals(which);
    }

    /** In whose history the hold is recorded. */
    SubjectId historyOf() {
        return subject.orElse(SubjectId.NOBODY);
    }
}

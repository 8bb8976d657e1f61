package org.privacyrules.disposal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.privacyrules.hold.Hold;
import org.privacyrules.subject.SubjectId;

/**
 * What is kept, however due: by legal holds, and by restrictions of processing (Art. 17(3)(e) and 18 GDPR). Immutable.
 */
public final class KeptSubjects {

    /** Nothing is. */
    public static final KeptSubjects NONE = new KeptSubjects(List.of(), List.of());

    private final boolean everything;
    private final Set<String> categories = new HashSet<>();
    private final Set<SubjectId> subjects = new HashSet<>();
    private final Map<String, Set<SubjectId>> ofCategory = new HashMap<>();

    /**
     * What holds and restrictions keep.
     *
     * @param holds those that stand
     * @param restricted whose processing is restricted
     */
    public KeptSubjects(List<Hold> holds, Collection<SubjectId> restricted) {
        boolean all = false;
        for (Hold hold : holds) {
            var subject = hold.scope().subject();
            var category = hold.scope().category();
            if (subject.isEmpty() && category.isEmpty()) {
                all = true;
            } else if (subject.isEmpty()) {
                categories.add(category.get());
            } else if (category.isEmpty()) {
                subjects.add(subject.get());
            } else {
                ofCategory
                        .computeIfAbsent(category.get(), unseen -> new HashSet<>())
                        .add(subject.get());
            }
        }
        subjects.addAll(restricted);
        everything = all;
    }

    /**
     * Whether a category is kept of everybody.
     *
     * @param category which
     * @return true if a hold on it or on everything stands
     */
    public boolean keepsAllOf(String category) {
        return everything || categories.contains(category);
    }

    /**
     * Whether a category of a subject is kept.
     *
     * @param subject whose
     * @param category which
     * @return true if a hold or a restriction keeps it
     */
    public boolean keeps(SubjectId subject, String category) {
        return keepsAllOf(category)
                || subjects.contains(subject)
                || ofCategory.getOrDefault(category, Set.of()).contains(subject);
    }

    /**
     * The subjects of whom a category is kept, beside those of whom everybody's is.
     *
     * @param category which
     * @return subjects, in no order
     */
    public Set<SubjectId> subjectsKept(String category) {
        Set<SubjectId> kept = new HashSet<>(subjects);
        kept.addAll(ofCategory.getOrDefault(category, Set.of()));
        return kept;
    }
}

package org.privacyrules.policy;

import static org.privacyrules.policy.Verdict.editorial;
import static org.privacyrules.policy.Verdict.material;

import java.util.function.Function;
import org.privacyrules.policy.Changes.Kind;

/** Texts for people, compared by language. Two texts say the same if one language does: the others translate it. */
final class TextChanges {

    private static final Verdict ADDED = editorial("It is said in one more language");
    private static final Verdict REMOVED = editorial("It is no longer said in this language");
    private static final Verdict OTHER_WORDS = editorial("Other words for the same: raise it if their meaning changed");
    private static final Verdict TRANSLATED = editorial("Another translation: one language says the same as before");

    private final Changes changes;

    TextChanges(Changes changes) {
        this.changes = changes;
    }

    static boolean sameMeaning(LocalText before, LocalText after) {
        return before.equals(after)
                || before.languages().entrySet().stream()
                        .anyMatch(
                                text -> text.getValue().equals(after.languages().get(text.getKey())));
    }

    /** A text that explains what the policy says elsewhere. */
    void words(String path, LocalText before, LocalText after) {
        compare(path, before, after, ADDED, OTHER_WORDS, REMOVED);
    }

    /** A text that is all that people are told of something that the law wants told. */
    void told(String path, LocalText before, LocalText after, String why) {
        Verdict verdict = sameMeaning(before, after) ? TRANSLATED : material(why);
        compare(path, before, after, verdict, verdict, verdict);
    }

    /** The same, of something that cannot become worse for anybody by being said at last. */
    void toldAtLast(String path, LocalText before, LocalText after, String why) {
        if (before.isEmpty()) {
            words(path, before, after);
        } else {
            told(path, before, after, why);
        }
    }

    private void compare(
            String path, LocalText before, LocalText after, Verdict added, Verdict changed, Verdict removed) {
        Kind<String> kind = new Kind<>(
                Function.identity(),
                added,
                removed,
                (own, was, becomes) ->
                        changes.compare(own, was, becomes, Function.identity(), (old, young) -> changed));
        changes.named(path, before.languages(), after.languages(), kind);
    }
}

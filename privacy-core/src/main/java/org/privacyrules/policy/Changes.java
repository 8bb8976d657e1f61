package org.privacyrules.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The differences between two versions, in the order in which they are noted. */
final class Changes {

    private final List<PolicyChange> noted = new ArrayList<>();

    /** Compares two that both versions have. */
    interface Pair<T> {
        void compare(String path, T before, T after);
    }

    /** How what one version says and the other does not is told and judged, and how two are compared. */
    record Kind<T>(Function<T, String> words, Verdict added, Verdict removed, Pair<T> pair) {

        private String told(T one) {
            String told = words.apply(one);
            return told.isEmpty() ? "without words" : told;
        }
    }

    List<PolicyChange> noted() {
        return noted;
    }

    void note(String path, String before, String after, Verdict verdict) {
        noted.add(new PolicyChange(path, before, after, verdict.materiality(), verdict.why(), ""));
    }

    <T> void compare(String path, T before, T after, Function<T, String> words, BiFunction<T, T, Verdict> rule) {
        if (!before.equals(after)) {
            note(path, words.apply(before), words.apply(after), rule.apply(before, after));
        }
    }

    <T> void maybe(String path, Optional<T> before, Optional<T> after, Kind<T> kind) {
        if (before.isPresent() && after.isPresent()) {
            kind.pair().compare(path, before.get(), after.get());
        } else if (after.isPresent()) {
            note(path, "", kind.told(after.get()), kind.added());
        } else if (before.isPresent()) {
            note(path, kind.told(before.get()), "", kind.removed());
        }
    }

    <T> void named(String path, Map<String, T> before, Map<String, T> after, Kind<T> kind) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            maybe(path + "." + name, Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name)), kind);
        }
    }
}

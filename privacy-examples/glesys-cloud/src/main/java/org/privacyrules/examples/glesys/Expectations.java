package org.privacyrules.examples.glesys;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the tour claims, and whether it was so. */
final class Expectations {

    private final Console console;
    private final List<Expectation> all = new ArrayList<>();

    /** One claim about one promise. */
    record Expectation(Promise promise, String sentence, boolean met) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s %-3s  %s", met ? "✓" : "✗", promise, sentence);
        }
    }

    Expectations(Console console) {
        this.console = console;
    }

    void expect(Promise promise, String sentence, boolean condition) {
        Expectation expectation = new Expectation(promise, sentence, condition);
        all.add(expectation);
        console.claim(expectation.toString());
    }

    List<Expectation> failed() {
        return all.stream().filter(expectation -> !expectation.met()).toList();
    }

    int total() {
        return all.size();
    }

    long metFor(Promise promise) {
        return of(promise).stream().filter(Expectation::met).count();
    }

    List<Expectation> of(Promise promise) {
        return all.stream()
                .filter(expectation -> expectation.promise() == promise)
                .toList();
    }
}

package org.privacyrules.benchmarks.jdbc;

import java.util.Locale;

/** What a ratio should come to. */
record Goal(Kind kind, double bound) {

    private enum Kind {
        AT_LEAST,
        AT_MOST,
        NONE
    }

    static final Goal NONE = new Goal(Kind.NONE, 0);

    static Goal atLeast(double bound) {
        return new Goal(Kind.AT_LEAST, bound);
    }

    static Goal atMost(double bound) {
        return new Goal(Kind.AT_MOST, bound);
    }

    String reachedBy(double ratio) {
        return switch (kind) {
            case AT_LEAST -> ratio >= bound ? "yes" : "no";
            case AT_MOST -> ratio <= bound ? "yes" : "no";
            case NONE -> "–";
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case AT_LEAST -> String.format(Locale.ROOT, ">= %.2f", bound);
            case AT_MOST -> String.format(Locale.ROOT, "<= %.2f", bound);
            case NONE -> "–";
        };
    }
}

package org.privacyrules.report;

import java.util.regex.Pattern;

/** A part of a line. Its words come from anybody and are never markup. */
sealed interface Inline {

    /** Words as they are. */
    record Text(String words) implements Inline {

        public Text {
            words = PlainText.of(words);
        }
    }

    /** Words of weight. */
    record Strong(String words) implements Inline {

        public Strong {
            words = PlainText.of(words);
        }
    }

    /** A name that a machine reads too. */
    record Code(String words) implements Inline {

        public Code {
            words = PlainText.of(words);
        }
    }

    /** Words that lead elsewhere; {@link #link} makes one only if it is safe to follow. */
    record Link(String words, String target) implements Inline {

        private static final String ADDRESS = "[\\p{L}\\p{M}\\p{N}\\-._~:/?#\\[\\]@!$&'()*+,;=%]";

        private static final Pattern SAFE = Pattern.compile(
                "https?://[\\p{L}\\p{N}\\[]" + ADDRESS + "*|mailto:" + ADDRESS
                        + "+|tel:[0-9+().\\-]+|#[a-z][a-z0-9_\\-]*",
                Pattern.CASE_INSENSITIVE);

        private static final Pattern SCHEME = Pattern.compile("^(https?://|mailto:|tel:)", Pattern.CASE_INSENSITIVE);

        public Link {
            words = words.isBlank() ? target : PlainText.of(words);
            if (!isSafe(target)) {
                throw new IllegalArgumentException(
                        "a link leads to the web, to mail, to a telephone or within the page");
            }
        }

        static boolean isSafe(String target) {
            return SAFE.matcher(target).matches();
        }

        /** Whether the words are the address themselves, so that paper need not repeat it. */
        boolean isBare() {
            return words.equals(target) || words.equals(SCHEME.matcher(target).replaceFirst(""));
        }
    }

    /** The next part begins on a new line. */
    record Break() implements Inline {}

    /**
     * Words that lead to http, https, mailto, tel or an anchor of the page; any other target is dropped and the words stay.
     */
    static Inline link(String words, String target) {
        return Link.isSafe(target) ? new Link(words, target) : new Text(words);
    }
}

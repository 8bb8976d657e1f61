package org.privacyrules.report;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The anchors of one page: unique, in lower-case ASCII. A renderer's own ids hold an underscore and so never meet one. */
final class Anchors {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^[^a-z]+|-+$");

    private static final String NAMELESS = "section";

    private final Set<String> taken = new HashSet<>();

    String given(String anchor) {
        if (!SHAPE.matcher(anchor).matches()) {
            throw new IllegalArgumentException("an anchor is lower-case letters, digits and single hyphens");
        }
        if (!taken.add(anchor)) {
            throw new IllegalArgumentException("an anchor is given once on a page");
        }
        return anchor;
    }

    /** From words in any language; a second heading of the same words gets a number. */
    String derived(String words) {
        String letters = MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String hyphenated = OTHER.matcher(letters).replaceAll("-");
        String stem = EDGES.matcher(hyphenated).replaceAll("");
        return unique(stem.isEmpty() ? NAMELESS : stem);
    }

    private String unique(String stem) {
        String anchor = stem;
        for (int number = 2; !taken.add(anchor); number++) {
            anchor = stem + "-" + number;
        }
        return anchor;
    }
}

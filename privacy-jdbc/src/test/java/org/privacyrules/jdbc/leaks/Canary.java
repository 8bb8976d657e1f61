package org.privacyrules.jdbc.leaks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A word that stands in everything that is a person's, and is nowhere else. */
final class Canary {

    static final String WORD = "qzxwvkpj";

    private static final List<String> FORMS = forms();

    private Canary() {}

    /** In which forms the word stands in a text. */
    static List<String> in(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return FORMS.stream().filter(folded::contains).toList();
    }

    private static List<String> forms() {
        byte[] bytes = WORD.getBytes(StandardCharsets.US_ASCII);
        List<String> forms = new ArrayList<>(List.of(
                WORD,
                HexFormat.of().formatHex(bytes),
                HexFormat.ofDelimiter(" ").formatHex(bytes),
                HexFormat.of().withPrefix("%").formatHex(bytes),
                HexFormat.of().withPrefix("\\x").formatHex(bytes),
                HexFormat.of().withPrefix("\\u00").formatHex(bytes),
                Arrays.toString(bytes).replaceAll("[\\[\\]]", ""),
                WORD.chars().mapToObj(Integer::toString).collect(Collectors.joining(",")),
                new StringBuilder(WORD).reverse().toString()));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // The first and the last characters depend on the neighbours too.
            forms.add(encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 2)
                    .toLowerCase(Locale.ROOT));
        }
        return forms;
    }
}

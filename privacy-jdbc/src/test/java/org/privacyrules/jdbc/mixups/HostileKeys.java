package org.privacyrules.jdbc.mixups;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.privacyrules.jdbc.mixups.Who.Pair;
import org.privacyrules.subject.SubjectId;

/** Keys in pairs that some database, driver or text somewhere takes for the same, or for its own language. */
final class HostileKeys {

    private static final String ACCENT = "\u0301";
    private static final String NUL = "\0";

    /** Each is made another one's by a number. */
    private static final List<String> BASES = List.of(
            "alice",
            "ALICE",
            "Åsa Öström ",
            "josé",
            "o'brien ",
            "user_",
            "a%b",
            "",
            "1",
            "mail.of@example.com ",
            "😂",
            "👩‍👩‍👧",
            "straße ",
            "ﬁn ",
            "İstanbul ",
            "ııı",
            "Ω",
            "\u2126",
            "한국",
            "नमस्ते",
            "\u202egnirts",
            "C:\\temp\\",
            "\"quoted\" ",
            "`name` ",
            "{a,\"b\"} ",
            "[1,2]",
            "x'41' ",
            "\\x61",
            "null",
            "true",
            "-",
            "?",
            ":name ",
            "${key}",
            "{fn now()} ",
            "select 1 ",
            "--",
            "/*!50000 or 1=1 */ ",
            "'; drop table privacy_subject; -- ",
            "' or '1'='1",
            "\" or \"\"=\"",
            "') or ('1'='1",
            "\\' or 1=1 # ",
            "x'; commit; -- ",
            "$$; $$",
            "'||(select version())||'",
            "%' and sleep(9) and '%'='",
            "<script>",
            "&amp;",
            "%41%00",
            "\\u0041",
            "\t",
            "\r\n",
            "\u0001",
            "\ufeff");

    private static final List<String> LETTERS =
            List.of("alice", "ÅSA Öström ", "straße ", "İstanbul ", "ııı", "Ω", "o'Brien ");
    private static final List<String> ACCENTS = List.of("josé", "Åsa ", "ﬁn ", "\u2126", "한국", "नि", "ｱ", "é\u0323");
    private static final List<String> DIGITS = List.of("", "1", "10");

    private record Change(List<String> bases, UnaryOperator<String> made) {}

    private static final List<Change> CHANGES = Stream.of(
                    changes(
                            LETTERS,
                            text -> text.toUpperCase(Locale.ROOT),
                            text -> text.toLowerCase(Locale.ROOT),
                            text -> text.toUpperCase(Locale.forLanguageTag("tr")),
                            text -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1),
                            text -> text.replace("ß", "ss"),
                            text -> text.replace("ı", "i"),
                            text -> text.replace('a', '\u0430')),
                    changes(
                            ACCENTS,
                            text -> Normalizer.normalize(text, Form.NFD),
                            text -> Normalizer.normalize(text, Form.NFC),
                            text -> Normalizer.normalize(text, Form.NFKD),
                            text -> Normalizer.normalize(text, Form.NFKC),
                            text -> Normalizer.normalize(text, Form.NFD).replaceAll("\\p{M}", ""),
                            text -> text.replaceAll("[^\\x00-\\x7f]", "?")),
                    changes(
                            DIGITS,
                            text -> "0" + text,
                            text -> text + ".0",
                            text -> text + "e0",
                            text -> "+" + text,
                            text -> "-" + text,
                            text -> text + "abc",
                            text -> text.replace('1', '\uff11'),
                            text -> text.replace('1', '\u0661')),
                    changes(
                            BASES,
                            text -> text + ACCENT,
                            text -> text.replace("😂", "😀"),
                            text -> text + " ",
                            text -> text + "  ",
                            text -> " " + text,
                            text -> text + "\t",
                            text -> text + "\n",
                            text -> text + "\u00a0",
                            text -> text + "\u3000",
                            text -> text + NUL,
                            text -> text + NUL + "b",
                            text -> NUL + text,
                            text -> text.substring(0, 1) + NUL + text.substring(1),
                            text -> text + "\u200b",
                            text -> "\ufeff" + text,
                            text -> text + "\u00ad",
                            text -> text + "\u202e",
                            text -> text + "\ufe0f",
                            text -> text + "\uffff",
                            text -> "%",
                            text -> text.substring(0, text.length() - 1) + "_",
                            text -> text + "%",
                            text -> "%" + text,
                            text -> "_".repeat(text.length()),
                            text -> ".*",
                            text -> text.replace("\\", "\\\\"),
                            text -> text.replace("'", "''"),
                            text -> text + "'",
                            text -> text + "\\",
                            text -> text + "\"",
                            text -> text + "`",
                            text -> text + ";",
                            text -> text + "--",
                            text -> "'" + text + "'",
                            text -> "\"" + text + "\"",
                            text -> text + "' or 'a'='a",
                            text -> "\\x" + hex(text),
                            text -> "0x" + hex(text),
                            text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)),
                            text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                            text -> text.substring(0, text.length() - 1),
                            text -> text.substring(1),
                            text -> text + "x",
                            text -> text + text))
            .flatMap(List::stream)
            .toList();

    @SafeVarargs
    private static List<Change> changes(List<String> bases, UnaryOperator<String>... made) {
        List<Change> changes = new ArrayList<>();
        for (UnaryOperator<String> each : made) {
            changes.add(new Change(bases, each));
        }
        return changes;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lengths at which something cuts. */
    private static final List<Integer> LONG = List.of(30, 63, 64, 127, 128, 191, 192, 250, 254, 255);

    private final Random random;
    private final Set<String> used = new HashSet<>();
    private int number;

    HostileKeys(long seed) {
        random = new Random(seed);
    }

    /** Pairs of one tenant; no key comes twice. */
    List<Pair> pairs(String tenant, int count) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; pairs.size() < count; i++) {
            int change = i % (CHANGES.size() + LONG.size());
            String one;
            String other;
            if (change < CHANGES.size()) {
                one = base(CHANGES.get(change).bases());
                other = CHANGES.get(change).made().apply(one);
            } else {
                one = filled(base(BASES), LONG.get(change - CHANGES.size()));
                other = one.substring(0, one.length() - 1) + "y";
            }
            if (isKey(one) && isKey(other) && !one.equals(other) && !used.contains(other) && used.add(one)) {
                used.add(other);
                Pair pair = new Pair(Who.of(tenant, one), Who.of(tenant, other));
                pairs.add(random.nextBoolean() ? pair : pair.turned());
            }
        }
        return pairs;
    }

    private String base(List<String> bases) {
        number++;
        return bases.get(random.nextInt(bases.size())) + number;
    }

    /** Texts that are no pairs. */
    static List<String> texts(int count) {
        HostileKeys keys = new HostileKeys(11);
        List<String> texts = new ArrayList<>();
        while (texts.size() < count) {
            keys.pairs("any", CHANGES.size())
                    .forEach(pair -> texts.add(pair.other().key()));
        }
        return texts.subList(0, count);
    }

    private static String filled(String text, int bytes) {
        int missing = bytes - text.getBytes(StandardCharsets.UTF_8).length;
        return text + "x".repeat(Math.max(1, missing));
    }

    private static boolean isKey(String text) {
        return !text.isBlank()
                && StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && text.getBytes(StandardCharsets.UTF_8).length <= SubjectId.MAX_BYTES;
    }
}

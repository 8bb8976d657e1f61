package org.privacyrules.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.privacyrules.policy.Finding;

/**
 * Whatever bytes come in, a tree or findings come out.
 *
 * <p>To search longer: {@code ./mvnw test -pl privacy-core -Dtest=MutatedDocumentPropertyTest -Djqwik.tries.default=1000000}.
 */
class MutatedDocumentPropertyTest {

    private static final List<String> HOSTILE = List.of(
            "[",
            "]",
            "{",
            "}",
            "{\"a\":",
            "- ",
            "? ",
            ": ",
            "\"",
            "'",
            "\\",
            "\\u",
            "\\ud800",
            "\\x0",
            "\\UFFFFFFFF",
            "&a ",
            "*a",
            "<<: *a\n",
            "!!java.lang.Runtime ",
            "!<",
            "!%zz ",
            "!",
            "---\n",
            "...\n",
            "%YAML 9999999999.1\n",
            "%TAG ! !\n",
            "|9\n",
            "|-+\n",
            ">\n",
            "\t",
            "\r",
            "\r\n",
            "\n",
            "\0",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\ufffe",
            "#",
            "//",
            "/*",
            "NaN",
            "-",
            "+1",
            "1e999999999",
            "0x",
            "00",
            "1:2:3",
            ".inf",
            "~",
            "null",
            "@",
            "`",
            ",",
            ",,",
            "\ud83d\ude02",
            "\ud800",
            "  ",
            "[".repeat(40),
            "- ".repeat(40),
            "? ".repeat(40),
            "{a: ".repeat(40),
            "9".repeat(2000),
            "a".repeat(2000),
            "\"a\":1,\"a\":2,");

    private static final List<String> VALID = List.of("""
            # a policy
            version: 2018-05-25
            zone: "Europe/Stockholm"
            purposes:
              invoicing:
                basis: {legalObligation: {citation: 'Bokföringslagen 7:2'}}
                uses: [address, "e-mail", 12, 1.5, true, ~]
              news:
                basis: consent
                text: |
                  We write
                  to you 😂.
                more: >-
                  folded
                  text
            ? terms
            : - P7Y
              - - nested
            """, """
            {"version": "2018-05-25", "seats": -12, "share": 1.5e3, "open": true, "none": null,
             "purposes": {"invoicing": {"basis": {"legalObligation": {"citation": "Bokf\\u00f6ringslagen 7:2"}},
             "uses": ["address", "e-mail", "\\ud83d\\ude02", []]}, "news": {}}}
            """);

    @Provide
    Arbitrary<byte[]> mutants() {
        return Arbitraries.randomValue(MutatedDocumentPropertyTest::mutant);
    }

    private static byte[] mutant(Random random) {
        byte[] document = random.nextInt(10) == 0
                ? random(random)
                : VALID.get(random.nextInt(VALID.size())).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(6); i > 0; i--) {
            document = mutated(document, random);
        }
        return document;
    }

    private static byte[] random(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        if (random.nextBoolean()) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (0x20 + (bytes[i] & 0x3F));
            }
        }
        return bytes;
    }

    private static byte[] mutated(byte[] document, Random random) {
        int at = random.nextInt(document.length + 1);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(document, at);
            case 1 ->
                joined(
                        Arrays.copyOf(document, at),
                        new byte[0],
                        document,
                        Math.min(document.length, at + random.nextInt(20)));
            case 2 -> joined(Arrays.copyOf(document, at), copied(document, random), document, at);
            case 3 -> {
                byte[] flipped = document.clone();
                if (at < flipped.length) {
                    flipped[at] ^= (byte) (1 << random.nextInt(8));
                }
                yield flipped;
            }
            default -> {
                String fragment = HOSTILE.get(random.nextInt(HOSTILE.size()));
                yield joined(Arrays.copyOf(document, at), fragment.getBytes(StandardCharsets.UTF_8), document, at);
            }
        };
    }

    private static byte[] copied(byte[] document, Random random) {
        int from = random.nextInt(document.length + 1);
        return Arrays.copyOfRange(document, from, Math.min(document.length, from + random.nextInt(100)));
    }

    private static byte[] joined(byte[] before, byte[] between, byte[] document, int after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before);
        all.writeBytes(between);
        all.write(document, after, document.length - after);
        return all.toByteArray();
    }

    private static void assertReadsOrFinds(byte[] document, Format format) {
        String shown = new String(document, StandardCharsets.UTF_8);
        Reading reading;
        try {
            reading = DocumentReader.read(document, format);
        } catch (RuntimeException | Error e) {
            fail(shown, e);
            return;
        }
        assertTrue(reading.root().isPresent() || !reading.findings().isEmpty(), shown);
        reading.findings().forEach(finding -> assertWellTold(finding, shown));
        reading.root().ifPresent(root -> assertChecksAndIsWritten(root, reading.findings()));
    }

    private static void assertWellTold(Finding finding, String shown) {
        assertTrue(finding.code().matches("[A-Z_]{5,}"), finding.code());
        assertTrue(finding.toString().matches("[^\\p{Cntrl}]*"), shown);
        int lines = shown.split("\r\n|\r|\n|\u0085|\u2028|\u2029", -1).length;
        finding.place().ifPresent(place -> {
            assertTrue(place.line() >= 1 && place.line() <= lines, finding + " in " + shown);
            assertTrue(place.column() >= 1 && place.column() <= shown.length() + 1, finding + " in " + shown);
        });
    }

    private static void assertChecksAndIsWritten(Node root, List<Finding> found) {
        ShapeCheck.check(root, ShapeCheckTest.HOUSEHOLD)
                .forEach(finding -> assertTrue(finding.place().isPresent()));
        if (found.isEmpty()) {
            String written = JsonText.pretty(root);
            Reading again = DocumentReader.read(written, Format.JSON);
            assertEquals(List.of(), again.findings(), written);
            assertEquals(
                    Trees.withoutPlaces(root), Trees.withoutPlaces(again.root().orElseThrow()));
        }
    }

    @Property
    void json_that_was_tampered_with_is_read_or_told(@ForAll("mutants") byte[] document) {
        assertReadsOrFinds(document, Format.JSON);
    }

    @Property
    void yaml_that_was_tampered_with_is_read_or_told(@ForAll("mutants") byte[] document) {
        assertReadsOrFinds(document, Format.YAML);
    }

    @Property
    void any_text_is_read_or_told(@ForAll String text) {
        for (Format format : Format.values()) {
            Reading reading = DocumentReader.read(text, format);
            assertTrue(reading.root().isPresent() || !reading.findings().isEmpty(), text);
        }
    }
}

package org.privacyrules.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.privacyrules.document.Shape.fields;
import static org.privacyrules.document.Shape.listOf;
import static org.privacyrules.document.Shape.named;
import static org.privacyrules.document.Shape.names;
import static org.privacyrules.document.Shape.oneFieldOf;
import static org.privacyrules.document.Shape.oneOf;
import static org.privacyrules.document.Shape.optional;
import static org.privacyrules.document.Shape.required;
import static org.privacyrules.document.Shape.text;
import static org.privacyrules.document.Shape.union;

import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.privacyrules.policy.Finding;

/** A document is told everything that its shape does not allow, with path, place and remedy. */
class ShapeCheckTest {

    private static final TextForm NAME = TextForm.matching("a name such as invoicing", "names", "[a-z][a-z0-9-]{0,63}");

    private static final Shape BASIS = union(
            oneOf("contract", "consent"),
            oneFieldOf(
                    required("legalObligation", fields(required("citation", text(), "The law.")), "Art. 6(1)(c)."),
                    required("vitalInterests", fields(required("situation", text(), "When.")), "Art. 6(1)(d).")));

    private static final Shape TERM = named("Term", ShapeCheckTest::term);

    static final Shape HOUSEHOLD = fields(
            required("version", text(TextForm.LABEL), "The name of this version."),
            optional("country", text(TextForm.COUNTRY), "Where."),
            optional("day", oneOf(DayOfWeek.class), "When."),
            optional("seats", Shape.wholeNumber(1, 10), "How many."),
            optional("open", Shape.trueOrFalse(), "Whether."),
            optional("title", Shape.localisedText(), "What it is called."),
            optional("term", TERM, "How long."),
            optional(
                    "room",
                    Shape.orInShort(
                            fields(
                                    required("description", text(), "What it is for."),
                                    optional("beds", Shape.wholeNumber(1, 10), "How many.")),
                            Shape.localisedText()),
                    "Where."),
            optional(
                    "purposes",
                    names(
                            NAME,
                            fields(
                                    required("basis", BASIS, "On what."),
                                    optional("uses", listOf(text(NAME)), "Which."))),
                    "What for."));

    private static Shape term() {
        return Shape.cases(
                fields(
                        required("period", text(TextForm.PERIOD), "How long."),
                        optional("after", text(NAME), "After what.")),
                fields(required("longestOf", listOf(TERM), "Terms.")));
    }

    private static List<Finding> findings(String yaml) {
        Reading reading = DocumentReader.read(yaml, Format.YAML);
        assertEquals(List.of(), reading.findings());
        return ShapeCheck.check(reading.root().orElseThrow(), HOUSEHOLD);
    }

    private static List<String> told(String yaml) {
        return findings(yaml).stream()
                .map(finding -> finding.code() + " " + finding.path() + " "
                        + finding.place()
                                .map(place -> place.line() + ":" + place.column())
                                .orElseThrow())
                .toList();
    }

    private static Finding only(String yaml) {
        List<Finding> all = findings(yaml);
        assertEquals(1, all.size(), all.toString());
        return all.get(0);
    }

    @Test
    void a_document_of_the_shape_has_no_findings() {
        assertEquals(List.of(), findings("""
                        version: 2018-05-07
                        country: NO
                        day: monday
                        seats: 3
                        open: true
                        title: {sv: Hej, en-GB: Hello}
                        term:
                          longestOf:
                            - period: P7Y
                              after: end-of-year
                            - longestOf: [{period: P30D}]
                        purposes:
                          invoicing:
                            basis: {legalObligation: {citation: Bokföringslagen 7:2}}
                            uses: [address, e-mail]
                          delivery: {basis: contract}
                        """));
        assertEquals(List.of(), findings("version: 1.10\ntitle: Hej"));
    }

    @Test
    void what_may_be_told_in_short_is_told_whole_by_any_of_its_names() {
        for (String room : List.of("To sleep", "{sv: Att sova, en: To sleep}", "{description: To sleep, beds: 2}")) {
            assertEquals(List.of(), findings("version: 1\nroom: " + room), room);
        }
        assertEquals(List.of("MISSING_FIELD room.description 2:7"), told("version: 1\nroom: {beds: 2}"));
        assertEquals(
                List.of("UNKNOWN_FIELD room.sv 2:31", "INVALID_VALUE room.beds 2:51"),
                told("version: 1\nroom: {description: To sleep, sv: Att sova, beds: 12}"));
        assertTrue(only("version: 1\nroom: [sleep]").problem().contains("or a mapping with description, beds"));
    }

    @Test
    void everything_is_told_at_once_with_path_and_place() {
        assertEquals(
                List.of(
                        "INVALID_VALUE country 1:10",
                        "INVALID_VALUE seats 2:8",
                        "WRONG_TYPE open 3:7",
                        "UNKNOWN_FIELD opne 4:1",
                        "INVALID_NAME purposes.Invoicing 6:3",
                        "WRONG_TYPE purposes.Invoicing.uses[1] 6:26",
                        "MISSING_FIELD purposes.Invoicing.basis 6:14",
                        "MISSING_VALUE purposes.delivery.basis 7:21",
                        "MISSING_FIELD version 1:1"),
                told("""
                        country: UK
                        seats: 11
                        open: yes
                        opne: true
                        purposes:
                          Invoicing: {uses: [ab, 12]}
                          delivery: {basis: null}
                        """));
    }

    @Test
    void the_message_says_what_was_expected_and_what_was_found() {
        Finding list = only("version: 1\npurposes: {a: {basis: contract, uses: {b: c}}}");
        assertEquals("a list of names is expected here, a mapping was found", list.problem());
        Finding quoted = only("version: true");
        assertEquals("a text or a number is expected here, true or false was found", quoted.problem());
        assertTrue(quoted.remedy().contains("quotes"), quoted.remedy());
        Finding word = only("version: 1\nday: mnoday");
        assertEquals("\"mnoday\" cannot stand here", word.problem());
        assertEquals("did you mean \"monday\"?", word.remedy());
        assertEquals("did you mean \"country\"?", only("version: 1\ncontry: SE").remedy());
        assertTrue(only("version: 1\nxyzzy: SE").remedy().startsWith("the fields here are version, country, "));
    }

    @Test
    void alternatives_are_told_apart_by_kind_and_by_their_first_field() {
        assertEquals(
                List.of("INVALID_VALUE purposes.a.basis 2:23"), told("version: 1\npurposes: {a: {basis: contrat}}"));
        assertEquals(
                List.of("MISSING_FIELD purposes.a.basis.legalObligation.citation 2:41"),
                told("version: 1\npurposes: {a: {basis: {legalObligation: {}}}}"));
        Finding near = only("version: 1\npurposes: {a: {basis: {legalobligation: {}}}}");
        assertEquals("MISSING_FIELD", near.code());
        assertEquals("did you mean \"legalObligation\"?", near.remedy());
        Finding both = only("version: 1\npurposes: {a: {basis: {legalObligation: {}, vitalInterests: {}}}}");
        assertEquals("SEVERAL_CASES", both.code());
        assertEquals(List.of("UNKNOWN_FIELD term.after2 2:21"), told("version: 1\nterm: {period: P1Y, after2: x}"));
        assertEquals(
                List.of("WRONG_TYPE purposes.a.basis 2:23"), told("version: 1\npurposes: {a: {basis: [contract]}}"));
    }

    @Test
    void a_shape_within_itself_is_checked_at_every_depth() {
        assertEquals(
                List.of("INVALID_VALUE term.longestOf[1].longestOf[0].period 2:57"),
                told("version: 1\nterm: {longestOf: [{period: P1Y}, {longestOf: [{period: 7y}]}]}"));
    }

    @ParameterizedTest
    @CsvSource({
        "P7Y,true",
        "P1Y6M,true",
        "P2W,true",
        "P0D,true",
        "P,false",
        "7Y,false",
        "P-7Y,false",
        "p7y,false",
        "PT1H,false",
        "P99999Y,false",
        "P7Y ,true"
    })
    void periods_are_those_of_iso_8601(String text, boolean accepted) {
        assertEquals(accepted, TextForm.PERIOD.accepts(text));
    }

    @ParameterizedTest
    @CsvSource({"2018-05-25,true", "2018-02-30,false", "2018-5-25,false", "+12018-05-25,false", "25.5.2018,false"})
    void dates_exist(String text, boolean accepted) {
        assertEquals(accepted, TextForm.DATE.accepts(text));
        assertEquals(accepted, TextForm.DATE_OR_INSTANT.accepts(text));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-05-25T00:00:00Z,true",
        "2018-05-25T24:61:00Z,false",
        "2018-05-25T00:00Z,false",
        "2018-05-25T00:00:00+02:00,false"
    })
    void instants_are_in_utc(String text, boolean accepted) {
        assertEquals(accepted, TextForm.DATE_OR_INSTANT.accepts(text));
    }

    @ParameterizedTest
    @CsvSource({
        "sv,true",
        "sv-SE,true",
        "zh-Hant-TW,true",
        "no,true",
        "s,false",
        "sv_SE,false",
        "sv-,false",
        "sv-SE-SE,false"
    })
    void languages_are_tags_of_bcp_47(String text, boolean accepted) {
        assertEquals(accepted, TextForm.LANGUAGE.accepts(text));
    }

    @ParameterizedTest
    @CsvSource({"Europe/Stockholm,true", "UTC,true", "Europe/Stokholm,false", "x y,false"})
    void zones_exist(String text, boolean accepted) {
        assertEquals(accepted, TextForm.ZONE.accepts(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1,true",
        "10,true",
        "0,false",
        "11,false",
        "-1,false",
        "1.0,false",
        "1e0,false",
        "99999999999999999999,false"
    })
    void whole_numbers_lie_in_their_range(String digits, boolean accepted) {
        assertEquals(accepted, findings("version: 1\nseats: " + digits).isEmpty());
    }

    @Test
    void numbers_in_notations_of_yaml_alone_are_texts() {
        for (String number : List.of("0x1", "01", "+1", ".nan", "1_0")) {
            assertEquals("WRONG_TYPE", only("version: 1\nseats: " + number).code());
        }
    }

    @Test
    void a_blank_text_is_no_text() {
        assertEquals("INVALID_VALUE", only("version: \" \"").code());
        assertFalse(TextForm.FILLED.accepts("\u2003"));
        assertTrue(TextForm.ANY.accepts(""));
    }

    @Test
    void very_many_unknown_fields_are_counted() {
        String fields = IntStream.range(0, 100_000)
                .mapToObj(i -> "version" + i + ": 1\n")
                .collect(Collectors.joining());
        List<Finding> all = findings("version: 1\n" + fields);
        assertEquals(BoundedFindings.AT_MOST + 1, all.size());
        assertEquals("TOO_MANY_FINDINGS", all.get(BoundedFindings.AT_MOST).code());
        assertTrue(all.get(BoundedFindings.AT_MOST).problem().contains("99000"));
    }

    @Test
    void long_names_and_values_are_cut() {
        String secret = "s".repeat(200);
        findings("version: 1\n" + secret + ": 1\ncountry: " + secret)
                .forEach(finding -> assertFalse(finding.toString().contains("s".repeat(61)), finding.toString()));
    }
}

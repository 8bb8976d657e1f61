package org.privacyrules.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvTableTest {

    @Provide
    Arbitrary<List<List<String>>> tables() {
        return UntrustedText.any().list().ofSize(3).list().ofMinSize(1).ofMaxSize(4);
    }

    private static String written(List<List<String>> rows) {
        CsvTable table = new CsvTable(rows.get(0));
        rows.stream().skip(1).forEach(table::row);
        return table.text();
    }

    private static String cell(String text) {
        return written(List.of(List.of(text))).replaceFirst("\r\n$", "");
    }

    /** RFC 4180, section 2, read strictly: bare cells hold no quote, comma or line end. */
    private static List<List<String>> parsed(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int at = 0;
        while (at < csv.length()) {
            StringBuilder cell = new StringBuilder();
            if (csv.charAt(at) == '"') {
                at = quoted(csv, at + 1, cell);
            } else {
                while (",\"\r\n".indexOf(csv.charAt(at)) < 0) {
                    cell.append(csv.charAt(at++));
                }
            }
            row.add(cell.toString());
            if (csv.charAt(at) == ',') {
                at++;
            } else {
                assertTrue(csv.startsWith("\r\n", at), "a row ends with CRLF");
                at += 2;
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        return rows;
    }

    private static int quoted(String csv, int start, StringBuilder cell) {
        int at = start;
        while (csv.charAt(at) != '"' || csv.startsWith("\"\"", at)) {
            at += csv.charAt(at) == '"' ? 1 : 0;
            cell.append(csv.charAt(at++));
        }
        return at + 1;
    }

    @Property(tries = 1000)
    void what_is_read_is_what_was_written(@ForAll("tables") List<List<String>> rows) {
        List<List<String>> shown = rows.stream()
                .map(row -> row.stream().map(CsvTable::inert).toList())
                .toList();
        assertEquals(shown, parsed(written(rows)));
    }

    @Property(tries = 1000)
    void no_cell_begins_a_formula_wherever_a_spreadsheet_splits(@ForAll("tables") List<List<String>> rows) {
        Pattern formula = Pattern.compile("^[\\s\"]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]");
        parsed(written(rows))
                .forEach(row -> row.forEach(cell -> {
                    assertFalse(formula.matcher(cell).find(), cell);
                    Pattern.compile("[;\t\r\n]")
                            .splitAsStream(cell)
                            .forEach(part -> assertFalse(formula.matcher(part).find(), cell));
                }));
    }

    @Property(tries = 500)
    void the_text_itself_stays(@ForAll("tables") List<List<String>> rows) {
        rows.forEach(row -> row.forEach(text -> assertEquals(
                PlainText.legible(text).replace("'", ""), CsvTable.inert(text).replace("'", ""))));
    }

    @Example
    void cells_are_quoted_only_where_they_must_be() {
        assertEquals("a b", cell("a b"));
        assertEquals("\"a,b\"", cell("a,b"));
        assertEquals("\"a\"\"b\"", cell("a\"b"));
        assertEquals("\"a\nb\"", cell("a\nb"));
        assertEquals("", cell(""));
        assertEquals("a,b\r\nc,d\r\n", written(List.of(List.of("a", "b"), List.of("c", "d"))));
    }

    @Example
    void formulas_are_inert() {
        assertEquals("'=1+1", cell("=1+1"));
        assertEquals("'+46", cell("+46"));
        assertEquals("'-1", cell("-1"));
        assertEquals("'@SUM(A1)", cell("@SUM(A1)"));
        assertEquals("' =1", cell(" =1"));
        assertEquals("\"'\ta\"", cell("\ta"));
        assertEquals("\"'\ra\"", cell("\ra"));
        assertEquals("\"a;'=1\"", cell("a;=1"));
        assertEquals("a-b=c", cell("a-b=c"));
    }

    @Example
    void a_row_is_as_wide_as_the_header() {
        CsvTable table = new CsvTable(List.of("a", "b"));
        assertThrows(IllegalArgumentException.class, () -> table.row(List.of("1")));
        assertThrows(IllegalArgumentException.class, () -> new CsvTable(List.of()));
    }
}

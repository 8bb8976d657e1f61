package org.privacyrules.jdbc.mixups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.mixups.Who.Pair;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** Whoever compares keys carelessly is found. */
@OnDatabase(Product.MARIADB)
class PlantedMixUpsTest {

    /** Few are enough if they are the right ones. */
    private static List<Pair> confused(BiPredicate<String, String> same) {
        return new HostileKeys(7)
                .pairs("acme", 100).stream()
                        .filter(pair -> same.test(pair.other().key(), pair.one().key()))
                        .limit(3)
                        .toList();
    }

    private static List<String> found(BiPredicate<String, String> same, List<Pair> pairs) {
        try (TestDatabase database = Stores.withTables(Product.H2)) {
            return MixUps.in(
                    new LooseStorage(JdbcStorage.on(database.dataSource()), same), database.dataSource(), pairs);
        }
    }

    private static void assertFound(BiPredicate<String, String> same) {
        assertFalse(found(same, confused(same)).isEmpty());
    }

    private static void assertFound(UnaryOperator<String> form) {
        assertFound((one, other) -> form.apply(one).equals(form.apply(other)));
    }

    @Test
    void who_compares_exactly_is_not_accused() {
        assertEquals(List.of(), found(String::equals, new HostileKeys(7).pairs("acme", 10)));
    }

    @Test
    void who_folds_case_is_found() {
        assertFound(text -> text.toLowerCase(Locale.ROOT));
    }

    @Test
    void who_trims_is_found() {
        assertFound(String::trim);
    }

    @Test
    void who_pads_with_blanks_is_found() {
        assertFound(text -> text.replaceAll(" +$", ""));
    }

    @Test
    void who_normalises_is_found() {
        assertFound(text -> Normalizer.normalize(text, Form.NFC));
    }

    @Test
    void who_ends_at_a_nul_is_found() {
        assertFound(text -> text.split("\0", 2)[0]);
    }

    @Test
    void who_keeps_254_bytes_is_found() {
        assertFound(text ->
                new String(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 254), StandardCharsets.ISO_8859_1));
    }

    @Test
    void who_reads_numbers_is_found() {
        Pattern number = Pattern.compile("[-+]?[0-9]+(\\.0)?(e0)?");
        assertFound(text -> number.matcher(text).matches() ? Double.toString(Double.parseDouble(text)) : text);
    }

    @Test
    void who_searches_by_pattern_is_found() {
        assertFound((pattern, text) -> Pattern.matches(like(pattern), text));
    }

    private static String like(String pattern) {
        return "(?s)"
                + pattern.chars()
                        .mapToObj(c -> c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c)))
                        .collect(Collectors.joining());
    }

    /** The storage looks at its columns when it is made; this is what would happen if it did not. */
    @Test
    void a_column_with_a_collation_is_found() {
        try (TestDatabase database = Stores.withTables(Product.MARIADB)) {
            JdbcStorage storage = JdbcStorage.on(database.dataSource());
            for (String table : List.of("privacy_subject", "privacy_subject_state")) {
                database.execute("alter table " + table + " modify subject_key varchar(255) character set utf8mb4"
                        + " collate utf8mb4_general_ci not null");
            }
            assertFalse(MixUps.in(storage, database.dataSource(), confused(String::equalsIgnoreCase))
                    .isEmpty());
        }
    }
}

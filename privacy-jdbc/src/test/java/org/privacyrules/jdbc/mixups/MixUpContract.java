package org.privacyrules.jdbc.mixups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.mixups.Who.Pair;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;

/**
 * Nobody is taken for somebody else, whatever their keys look like. How many pairs: the system property {@code privacy.pairs}; each
 * gets every command and every read; how many texts: {@code privacy.texts}.
 */
abstract class MixUpContract {

    private static final int PAIRS = Integer.getInteger("privacy.pairs", 80);
    private static final int TEXTS = Integer.getInteger("privacy.texts", 80);
    private static final int AT_ONCE = 250;
    private static final int SHOWN = 10;

    private TestDatabase database;
    private JdbcStorage storage;

    @BeforeEach
    void makeDatabase() {
        database = Stores.withTables(getClass().getAnnotation(OnDatabase.class).value());
        storage = JdbcStorage.on(database.dataSource());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void assertNone(List<Pair> pairs) {
        List<String> found = MixUps.in(storage, database.dataSource(), pairs);
        assertEquals(List.of(), found.subList(0, Math.min(SHOWN, found.size())));
    }

    @Test
    void what_is_done_to_one_changes_and_reads_nobody_whose_key_looks_alike() {
        HostileKeys keys = new HostileKeys(7);
        for (int left = PAIRS; left > 0; left -= AT_ONCE) {
            drop();
            makeDatabase();
            assertNone(keys.pairs(UUID.randomUUID().toString(), Math.min(AT_ONCE, left)));
        }
    }

    @Test
    void what_is_done_for_one_tenant_changes_and_reads_nobody_of_a_tenant_whose_name_looks_alike() {
        List<String> names = List.of(
                "acme",
                "ACME",
                "Acme",
                "acmE",
                "acm_",
                "acme_",
                "acme.",
                "acme-",
                "0",
                "00",
                "0.0",
                "-0",
                "1e1",
                "10",
                "a".repeat(64),
                "a".repeat(63),
                "null",
                "NULL");
        List<Pair> pairs = new ArrayList<>();
        IntStream.range(0, names.size() / 2)
                .forEach(i ->
                        pairs.add(new Pair(Who.of(names.get(2 * i), "alice"), Who.of(names.get(2 * i + 1), "alice"))));
        assertNone(pairs);
    }

    @Test
    void a_text_is_never_taken_for_the_databases_own_language() {
        HostileTexts texts = new HostileTexts(storage, database.dataSource());
        assertEquals(List.of(), texts.recorded(HostileKeys.texts(TEXTS)));
        assertEquals(List.of(), texts.asked(HostileKeys.texts(TEXTS)));
        assertEquals(List.of(), texts.published(HostileKeys.texts(TEXTS)));
    }

    @Test
    void names_that_differ_by_case_are_two_names() {
        HostileTexts texts = new HostileTexts(storage, database.dataSource());
        List<String> names = List.of("news", "NEWS", "News", "news ", "news_", "new%", "0", "00", "0.0");
        assertEquals(List.of(), texts.recordedOfOne(names));
        assertEquals(List.of(), texts.published(names));
    }
}

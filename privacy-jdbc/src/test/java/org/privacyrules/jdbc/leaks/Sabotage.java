package org.privacyrules.jdbc.leaks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/**
 * A way in which tables fail.
 *
 * @param name for messages
 * @param breaks statements after which commands or reads fail
 * @param mends statements that take it back
 */
record Sabotage(String name, List<String> breaks, List<String> mends) {

    private static final List<String> TABLES =
            List.of("privacy_subject", "privacy_subject_state", "privacy_journal", "privacy_ledger_pending");

    private static final Map<String, String> TEXT =
            Map.of("privacy_journal", "payload", "privacy_subject_state", "fact_value");

    /**
     * States of the classes that are told apart, and what MariaDB says with them. Not those of a lost connection: no server tells
     * of a row then, and HikariCP logs that exception of the driver's, as it does 0A000 and 1105.
     */
    private static final Map<String, Integer> SAID = Map.of(
            "40001", 1213,
            "23505", 1062,
            "55P03", 1205,
            "25006", 1290,
            "42501", 1142,
            "53100", 1114,
            "22001", 1406,
            "22003", 1264,
            "XX000", 1366);

    /** All ways but that a database raises each state on one table a round: the tables take turns. */
    static List<Sabotage> of(Product product, int round) {
        List<Sabotage> all = new ArrayList<>();
        int turn = round;
        for (Map.Entry<String, Integer> said : new TreeMap<>(SAID).entrySet()) {
            all.add(raises(product, TABLES.get(turn++ % TABLES.size()), said.getKey(), said.getValue()));
        }
        all.addAll(unreadable(product));
        for (String table : TABLES) {
            all.add(new Sabotage(
                    table + " is gone",
                    List.of("alter table " + table + " rename to gone"),
                    List.of("alter table gone rename to " + table)));
            all.add(notNull(product, table));
        }
        for (String table : TABLES.subList(0, 3)) {
            all.add(new Sabotage(
                    table + " has a check",
                    List.of(
                            "delete from privacy_journal",
                            "update privacy_subject set seq = 29",
                            "update privacy_subject_state set seq = 29",
                            "alter table " + table + " add constraint planted check (seq < 30)"),
                    List.of("alter table " + table + " drop constraint planted")));
        }
        all.add(new Sabotage(
                "a sequence is out of range",
                List.of(
                        "delete from privacy_journal",
                        "update privacy_subject set seq = 32767",
                        column(product, "privacy_subject", "seq", "smallint", "")),
                List.of(
                        column(product, "privacy_subject", "seq", "bigint", ""),
                        "update privacy_subject set seq = 29")));
        all.add(new Sabotage(
                "a second entry is a duplicate",
                List.of(
                        "delete from privacy_ledger_pending",
                        "create unique index planted on privacy_ledger_pending (ref)"),
                List.of(
                        product == Product.POSTGRESQL || product == Product.H2
                                ? "drop index planted"
                                : "drop index planted on privacy_ledger_pending")));
        TEXT.forEach((table, text) -> {
            all.add(narrowed(product, table, text, "varchar(9)"));
            all.add(narrowed(product, table, text, "integer"));
            all.add(narrowed(product, table, text, "date"));
            if (product != Product.H2 && product != Product.POSTGRESQL) {
                all.add(narrowed(product, table, text, "varchar(64) character set latin1"));
            }
        });
        return all;
    }

    private static Sabotage notNull(Product product, String table) {
        boolean maria = product == Product.MARIADB || product == Product.MARIADB_BY_CONNECTOR_J;
        List<String> breaks = maria
                ? List.of("alter table " + table + " add planted int not null")
                : List.of(
                        "alter table " + table + " add planted int default 0 not null",
                        "alter table " + table + " alter column planted drop default");
        return new Sabotage(
                table + " wants another column", breaks, List.of("alter table " + table + " drop column planted"));
    }

    private static Sabotage narrowed(Product product, String table, String column, String type) {
        String was = column.equals("payload") ? "text" : "varchar(64)";
        return new Sabotage(
                table + "." + column + " is " + type,
                List.of("delete from " + table, column(product, table, column, type, "null")),
                List.of("delete from " + table, column(product, table, column, was, "null")));
    }

    /** What is there cannot be read: columns whose content is another type's, words that nobody knows. */
    private static List<Sabotage> unreadable(Product product) {
        List<Sabotage> all = new ArrayList<>();
        for (String column : List.of("text_version", "since", "seq", "by_guardian")) {
            all.add(content(product, "privacy_subject_state", column));
        }
        for (String column : List.of("recorded_at", "seq", "entry_id")) {
            all.add(content(product, "privacy_journal", column));
        }
        all.add(content(product, "privacy_subject", "recorded_at"));
        all.add(word("privacy_subject_state", "status", Canary.WORD, "status in ('GIVEN', 'PENDING', 'RESTRICTED')"));
        all.add(word("privacy_journal", "payload", Canary.WORD, "1 = 1"));
        // A kind is no person's: it is repeated on purpose.
        all.add(word("privacy_journal", "kind", "newer-", "kind in ('fact-value', 'consent-given')"));
        return all;
    }

    private static Sabotage word(String table, String column, String before, String where) {
        return new Sabotage(
                table + "." + column + " is another word",
                List.of("update %s set %s = concat('%s', %s) where %s".formatted(table, column, before, column, where)),
                List.of("update %s set %s = substring(%s, %d) where %s like '%s%%'"
                        .formatted(table, column, column, before.length() + 1, column, before)));
    }

    private static Sabotage content(Product product, String table, String column) {
        String rename = "alter table " + table
                + (product == Product.H2 ? " alter column %s rename to %s" : " rename column %s to %s");
        return new Sabotage(
                table + "." + column + " is another text",
                List.of(
                        rename.formatted(column, "was"),
                        "alter table " + table + " add " + column + " varchar(60) default 'is " + Canary.WORD + "'"),
                List.of("alter table " + table + " drop column " + column, rename.formatted("was", column)));
    }

    private static String column(Product product, String table, String column, String type, String using) {
        return switch (product) {
            case POSTGRESQL ->
                "alter table " + table + " alter column " + column + " type " + type
                        + (using.isEmpty() ? "" : " using " + using);
            case H2 ->
                "alter table " + table + " alter column " + column + " set data type "
                        + type.replace("text", "character large object");
            default -> "alter table " + table + " modify " + column + " " + type + " not null";
        };
    }

    /** The database says whatever it likes, with the whole row. */
    private static Sabotage raises(Product product, String table, String state, int code) {
        String name = table + " raises " + state;
        return switch (product) {
            case POSTGRESQL ->
                new Sabotage(
                        name,
                        List.of(
                                "create function planted() returns trigger language plpgsql as $$ begin raise exception"
                                        + " 'about % of %', NEW::text, encode(" + POSTGRES_KEY.get(table)
                                        + ", 'escape')"
                                        + " using errcode = '" + state
                                        + "', detail = NEW::text, hint = NEW::text; end $$",
                                "create trigger planted before insert on " + table
                                        + " for each row execute function planted()"),
                        List.of("drop trigger planted on " + table, "drop function planted"));
            case H2 ->
                new Sabotage(
                        name,
                        List.of(
                                "create trigger planted before insert on " + table + " for each row call \""
                                        + H2Complaint.class.getName() + "\"",
                                "create alias state for \"" + H2Complaint.class.getName() + ".says\"",
                                "call state('" + state + "')"),
                        List.of("drop trigger planted", "drop alias state"));
            default ->
                new Sabotage(
                        name,
                        List.of("create trigger planted before insert on " + table
                                + " for each row signal sqlstate '" + (state.startsWith("XX") ? "HY000" : state)
                                + "' set mysql_errno = " + code + ", message_text = new." + MARIA_WORDS.get(table)),
                        List.of("drop trigger planted"));
        };
    }

    private static final Map<String, String> POSTGRES_KEY = Map.of(
            "privacy_subject", "NEW.subject_key",
            "privacy_subject_state", "NEW.subject_key",
            "privacy_journal", "NEW.ref",
            "privacy_ledger_pending", "NEW.ref");

    private static final Map<String, String> MARIA_WORDS = Map.of(
            "privacy_subject", "subject_key",
            "privacy_subject_state", "subject_key",
            "privacy_journal", "payload",
            "privacy_ledger_pending", "ref");
}

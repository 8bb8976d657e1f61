package org.privacyrules.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names that end a quoted name, a statement or a comment, or that a database cuts or changes. */
final class HostileNames {

    private static final List<String> PIECES = List.of(
            "\"", "\"\"", "`", "``", "'", "''", "\\", ";", "--", "/*", "*/", "#", "\n", "\t", ".", "?", "%", "$1",
            "${a}", "$$", "{", "}", "[", "]", "(", ")", ",", "\u0001", "\u00a0", "\u200b", "\u202e", "\ufeff", "\u212a",
            "\u0130", "ﬁ", "é", "e\u0301", "名", "😂");

    private HostileNames() {}

    static List<String> all() {
        Set<String> names = new LinkedHashSet<>();
        for (String piece : PIECES) {
            names.add("a" + piece + "b");
            names.add(piece + "privacy_" + piece);
            names.add("x" + piece + "; drop table privacy_journal; --");
            names.add("x" + piece + ".privacy_journal" + piece);
            names.add(piece.repeat(5) + "z");
        }
        names.addAll(List.of(
                "a".repeat(63), "a".repeat(64), "é".repeat(32), "A".repeat(64) + "b", "select", "null", "NULL"));
        return new ArrayList<>(names).subList(0, 200);
    }
}

package org.privacyrules.jdbc.mixups;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** All that a database holds, by person; read without the library. */
record Rows(Map<Who, List<String>> byPerson, List<String> nobodys) {

    private static final HexFormat HEX = HexFormat.of();

    static Rows of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            Map<Who, List<String>> byPerson = new TreeMap<>();
            Map<String, Who> byRef = new TreeMap<>();
            List<String> nobodys = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("select * from privacy_subject")) {
                while (row.next()) {
                    Who who = who(row);
                    byRef.put(HEX.formatHex(row.getBytes("ref")), who);
                    byPerson.computeIfAbsent(who, unseen -> new ArrayList<>()).add(text("subject", row));
                }
            }
            try (ResultSet row = statement.executeQuery("select * from privacy_subject_state")) {
                while (row.next()) {
                    byPerson.computeIfAbsent(who(row), unseen -> new ArrayList<>())
                            .add(text("state", row));
                }
            }
            for (String table : List.of("privacy_journal", "privacy_ledger_pending")) {
                try (ResultSet row = statement.executeQuery("select * from " + table)) {
                    while (row.next()) {
                        Who who = byRef.get(HEX.formatHex(row.getBytes("ref")));
                        (who == null ? nobodys : byPerson.get(who)).add(text(table, row));
                    }
                }
            }
            byPerson.values().forEach(rows -> rows.sort(null));
            return new Rows(byPerson, nobodys);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> of(Who who) {
        return byPerson.getOrDefault(who, List.of());
    }

    private static Who who(ResultSet row) throws SQLException {
        return Who.of(
                new String(row.getBytes("tenant"), StandardCharsets.UTF_8),
                new String(row.getBytes("subject_key"), StandardCharsets.UTF_8));
    }

    private static String text(String table, ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder(table);
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            text.append('|').append(value instanceof byte[] bytes ? HEX.formatHex(bytes) : value);
        }
        return text.toString();
    }
}

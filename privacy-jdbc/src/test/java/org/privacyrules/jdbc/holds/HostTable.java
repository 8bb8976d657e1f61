package org.privacyrules.jdbc.holds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.privacyrules.jdbc.servers.TestDatabase;

/** The host's own table, one part of it for each sweeper of each race. */
final class HostTable {

    static final List<String> CATEGORIES = List.of("usage", "contact-details");

    private static final String CREATE = """
            create table host_item (
              race int not null, sweeper int not null, number int not null,
              subject varchar(64) not null, category varchar(64) not null, due_on date not null,
              primary key (race, sweeper, number))""";

    private HostTable() {}

    static void create(TestDatabase database) {
        database.execute(CREATE);
    }

    /** For each sweeper every category of each subject, all of it due. */
    static void fill(Connection connection, int race, int sweepers, List<String> subjects) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (int sweeper = 0; sweeper < sweepers; sweeper++) {
            int number = sweeper;
            for (String subject : subjects) {
                for (String category : CATEGORIES) {
                    rows.add("(%d, %d, %d, '%s', '%s', date '2020-01-01')"
                            .formatted(race, sweeper, number, subject, category));
                    number += sweepers;
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into host_item values " + String.join(", ", rows));
        }
    }

    /** Of all sweepers. */
    static List<Item> items(Connection connection, int race) throws SQLException {
        return items(connection, "select number, subject, category from host_item where race = " + race);
    }

    static List<Item> due(Connection connection, int race, int sweeper) throws SQLException {
        return items(
                connection,
                "select number, subject, category from host_item where race = " + race + " and sweeper = " + sweeper
                        + " and due_on <= date '2026-01-01'");
    }

    private static List<Item> items(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<Item> items = new ArrayList<>();
            while (row.next()) {
                items.add(new Item(row.getInt(1), row.getString(2), row.getString(3)));
            }
            return items;
        }
    }

    static void delete(Connection connection, int race, int sweeper, List<Item> items) throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("delete from host_item where race = ? and sweeper = ? and number = ?")) {
            for (Item item : items) {
                statement.setInt(1, race);
                statement.setInt(2, sweeper);
                statement.setInt(3, item.number());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static void clear(Connection connection, int race) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from host_item where race = " + race);
        }
    }
}

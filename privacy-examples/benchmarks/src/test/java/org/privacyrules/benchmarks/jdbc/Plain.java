package org.privacyrules.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What an engineer writes by hand, without a class of ours. */
final class Plain {

    static final String ONE_ROW =
            "select status, since, until, text_version from plain_state" + " where subject_id = ? and purpose = ?";
    static final String ALL_ROWS =
            "select purpose, status, since, until, text_version from plain_state where subject_id = ?";
    static final String LISTING = "select subject_id from plain_state where purpose = ? and status = ? and until > ?";

    private static final String GIVEN = "GIVEN";
    private static final LocalDateTime FOREVER = LocalDateTime.of(9999, 12, 31, 0, 0);
    private static final int ROWS_AT_ONCE = 10_000;

    private final Product product;
    private final DataSource dataSource;
    private final String payload;

    Plain(Product product, DataSource dataSource, String payload) {
        this.product = product;
        this.dataSource = dataSource;
        this.payload = payload;
    }

    void append(String subject, boolean gives, LocalDateTime now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(product.append())) {
            statement.setString(1, subject);
            statement.setObject(2, product.uuid(UUID.randomUUID()));
            statement.setObject(3, now);
            statement.setString(4, gives ? "consent-given" : "consent-withdrawn");
            statement.setString(5, "1");
            statement.setString(6, Bed.PURPOSE);
            statement.setString(7, payload);
            statement.setString(8, subject);
            statement.setString(9, Bed.PURPOSE);
            statement.setString(10, gives ? GIVEN : "WITHDRAWN");
            statement.setObject(11, now);
            statement.setObject(12, gives ? now.plusMonths(3) : FOREVER);
            statement.setInt(13, 1);
            statement.executeUpdate();
        }
    }

    boolean oneRow(String subject, LocalDateTime now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ONE_ROW)) {
            statement.setString(1, subject);
            statement.setString(2, Bed.PURPOSE);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && permits(row, now);
            }
        }
    }

    boolean allRows(String subject, LocalDateTime now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ALL_ROWS)) {
            statement.setString(1, subject);
            boolean permitted = false;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    boolean asked = row.getString("purpose").equals(Bed.PURPOSE);
                    permitted |= permits(row, now) && asked;
                }
            }
            return permitted;
        }
    }

    private static boolean permits(ResultSet row, LocalDateTime now) throws SQLException {
        return row.getString("status").equals(GIVEN)
                && row.getObject("since", LocalDateTime.class).isBefore(now)
                && row.getObject("until", LocalDateTime.class).isAfter(now)
                && row.getInt("text_version") > 0;
    }

    /** How many of the candidates are permitted. */
    long permitted(List<String> candidates, LocalDateTime now) throws SQLException {
        long permitted = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(product.permittedAmong())) {
            for (int from = 0; from < candidates.size(); from += product.chunk()) {
                int to = Math.min(from + product.chunk(), candidates.size());
                int next = product.bind(statement, candidates.subList(from, to));
                bindPermitted(statement, next, now);
                permitted += count(statement);
            }
        }
        return permitted;
    }

    /** How many are permitted of all. */
    static long listing(Connection connection, LocalDateTime now) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(LISTING)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            bindPermitted(statement, 1, now);
            long permitted = count(statement);
            connection.commit();
            return permitted;
        }
    }

    private static void bindPermitted(PreparedStatement statement, int first, LocalDateTime now) throws SQLException {
        statement.setString(first, Bed.PURPOSE);
        statement.setString(first + 1, GIVEN);
        statement.setObject(first + 2, now);
    }

    private static long count(PreparedStatement statement) throws SQLException {
        long rows = 0;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows += row.getString(1).isEmpty() ? 0 : 1;
            }
        }
        return rows;
    }
}

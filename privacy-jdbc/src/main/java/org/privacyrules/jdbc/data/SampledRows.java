package org.privacyrules.jdbc.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.privacyrules.jdbc.sql.Dialect;

/** Looks at some rows of a table for what values look like. Nothing of a value leaves it. */
final class SampledRows {

    static final int ROWS = 200;

    private static final int CHARACTERS = 300;
    private static final int SECONDS_A_TABLE = 3;
    private static final Duration ALTOGETHER = Duration.ofSeconds(30);
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Set<Integer> NUMBERS = Set.of(Types.BIGINT, Types.NUMERIC, Types.DECIMAL);

    private final Connection connection;
    private final Dialect dialect;
    private final String schema;
    private final Clock clock;
    private final Instant end;

    SampledRows(Connection connection, Dialect dialect, String schema, Clock clock) {
        this.connection = connection;
        this.dialect = dialect;
        this.schema = schema;
        this.clock = clock;
        this.end = clock.instant().plus(ALTOGETHER);
    }

    /** By column; empty if the rows could not be looked at. */
    Optional<Map<String, Set<PersonalValue>>> of(HostTable table, List<HostColumn> columns) {
        List<HostColumn> texts = columns.stream().filter(SampledRows::isText).toList();
        List<HostColumn> all =
                columns.stream().filter(each -> isText(each) || isTold(each)).toList();
        boolean onlyTexts = texts.isEmpty() || texts.size() == all.size();
        return look(table, all).or(() -> onlyTexts ? Optional.empty() : look(table, texts));
    }

    private static boolean isText(HostColumn column) {
        return DataDialect.isText(column) || column.jdbcType() == Types.CHAR;
    }

    /** What can be told as text, although it is none. */
    private static boolean isTold(HostColumn column) {
        return NUMBERS.contains(column.jdbcType())
                || column.jdbcType() == Types.OTHER
                || column.jdbcType() == Types.ARRAY;
    }

    private Optional<Map<String, Set<PersonalValue>>> look(HostTable table, List<HostColumn> columns) {
        if (columns.isEmpty()) {
            return Optional.of(Map.of());
        }
        if (clock.instant().isAfter(end)) {
            return Optional.empty();
        }
        try (PreparedStatement statement = connection.prepareStatement(select(table, columns))) {
            statement.setQueryTimeout(SECONDS_A_TABLE);
            return Optional.of(read(statement, columns));
        } catch (SQLException e) {
            return Optional.empty();
        } finally {
            undo();
        }
    }

    /** A statement that failed leaves PostgreSQL's transaction unusable. */
    private void undo() {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // the next look at a table finds it out
        }
    }

    private String select(HostTable table, List<HostColumn> columns) {
        return "select " + columns.stream().map(this::start).collect(Collectors.joining(", ")) + " from "
                + dialect.quoted(schema) + "." + dialect.quoted(table.name()) + " limit " + ROWS;
    }

    private String start(HostColumn column) {
        String name = dialect.quoted(column.name());
        String text = isText(column) ? name : "cast(" + name + " as " + textType() + ")";
        return "substring(" + text + ", 1, " + CHARACTERS + ")";
    }

    private String textType() {
        return switch (dialect.product()) {
            case "PostgreSQL" -> "text";
            case "MariaDB" -> "char";
            default -> "varchar";
        };
    }

    private Map<String, Set<PersonalValue>> read(PreparedStatement statement, List<HostColumn> columns)
            throws SQLException {
        List<List<String>> values = columns.stream()
                .map(column -> (List<String>) new ArrayList<String>())
                .toList();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    String value = rows.getString(i + 1);
                    if (value != null && !value.isBlank()) {
                        values.get(i).add(value);
                    }
                }
            }
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDEN);
        Map<String, Set<PersonalValue>> found = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            found.put(columns.get(i).name(), PersonalValue.among(values.get(i), today));
        }
        return found;
    }
}

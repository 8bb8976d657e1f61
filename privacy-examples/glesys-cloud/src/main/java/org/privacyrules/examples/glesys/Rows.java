package org.privacyrules.examples.glesys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows for several tables, inserted together: one batch a table, those first that others refer to. */
final class Rows {

    private final Connection connection;
    private final Map<String, PreparedStatement> inserts = new LinkedHashMap<>();

    Rows(Connection connection, String... first) throws SQLException {
        this.connection = connection;
        for (String table : first) {
            prepare(table);
        }
    }

    /** Adds a row to a table, which is named with its columns. */
    void add(String table, @Nullable Object... values) throws SQLException {
        PreparedStatement known = inserts.get(table);
        PreparedStatement insert = known != null ? known : prepare(table);
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
    }

    private PreparedStatement prepare(String table) throws SQLException {
        int columns = table.split(",").length;
        String places = String.join(", ", Collections.nCopies(columns, "?"));
        PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")");
        inserts.put(table, insert);
        return insert;
    }

    void insert() throws SQLException {
        for (PreparedStatement insert : inserts.values()) {
            insert.executeBatch();
            insert.close();
        }
        inserts.clear();
    }
}

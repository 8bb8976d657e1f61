package org.privacyrules.jdbc.data;

import java.util.List;
import java.util.Map;
import org.privacyrules.disposal.MappedData;

/**
 * A table whose mapping fits the catalogue.
 *
 * @param definition as the host maps it
 * @param table what the catalogue knows
 * @param sql its qualified name in the database's own quotes
 * @param key the columns by which a row is found
 * @param people whose data a row has, in the order of the mapping
 * @param events the rows' own events
 * @param referrers how other tables refer to its rows; a row stays as long as one of them does
 */
record MappedTable(
        TableDefinition definition,
        HostTable table,
        String sql,
        List<KeyColumn> key,
        Map<String, ColumnPath> people,
        List<RowEvent> events,
        List<Referrer> referrers) {

    /**
     * A column of the key.
     *
     * @param column what the catalogue knows
     * @param sql its quoted name
     */
    record KeyColumn(HostColumn column, String sql) {}

    /**
     * Rows of another table that refer to a row.
     *
     * @param table its qualified name
     * @param from its quoted columns
     * @param to the quoted columns that they refer to
     * @param itself the quoted key, if the other table is the same one: a row does not keep itself; else empty
     */
    record Referrer(String table, List<String> from, List<String> to, List<String> itself) {}

    /**
     * What is disposed of together.
     *
     * @param data how core knows it
     * @param table where it is
     * @param treatments what becomes of each column; empty: the row is deleted
     */
    record Target(MappedData data, MappedTable table, List<ColumnTreatment> treatments) {

        boolean isRows() {
            return treatments.isEmpty();
        }

        boolean emptiesPartitions() {
            return isRows() && table.definition().emptiesPartitions();
        }
    }

    /**
     * What becomes of a column.
     *
     * @param column what the catalogue knows
     * @param sql its quoted name
     * @param treatment what becomes of it
     */
    record ColumnTreatment(HostColumn column, String sql, TableDefinition.Treatment treatment) {}
}

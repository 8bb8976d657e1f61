package org.privacyrules.jdbc.data;

import java.util.List;
import java.util.Optional;

/**
 * One of the host's tables. Views and temporary tables are none.
 *
 * @param name as the catalogue has it
 * @param columns in their order
 * @param indexes by name, the primary key's among them
 * @param triggers those that fire on delete or update, by name
 * @param partitioned whether its rows lie in partitions that are tables themselves
 * @param engine how it is kept, where a database knows several ways; empty where it does not
 * @param transactional whether what a transaction changed in it can be undone
 * @param keepsHistory whether rows that are deleted or changed stay in it as they were
 */
record HostTable(
        String name,
        List<HostColumn> columns,
        List<HostIndex> indexes,
        List<HostTrigger> triggers,
        boolean partitioned,
        String engine,
        boolean transactional,
        boolean keepsHistory) {

    HostTable {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
    }

    Optional<HostColumn> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /** Its columns in the order of the key; none if the table has no primary key. */
    List<String> primaryKey() {
        return indexes.stream()
                .filter(HostIndex::primary)
                .map(HostIndex::columns)
                .findFirst()
                .orElse(List.of());
    }

    /** The columns of each key beside the primary one that no two rows share. */
    List<List<String>> uniqueKeys() {
        return indexes.stream()
                .filter(index -> index.unique() && index.whole() && !index.primary())
                .map(HostIndex::columns)
                .toList();
    }
}

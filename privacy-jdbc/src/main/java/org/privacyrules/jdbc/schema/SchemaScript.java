package org.privacyrules.jdbc.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.privacyrules.jdbc.sql.Column;
import org.privacyrules.jdbc.sql.Index;

/**
 * What the scripts make, read from the scripts themselves, so that the check at the start asks for what was made. Understands how
 * the scripts are written: one column a line, types as the database's catalogue spells them.
 *
 * @param tables by name, as the scripts have them
 * @param indexes beside the primary keys
 */
public record SchemaScript(Map<String, Table> tables, List<Index> indexes) {

    private static final Pattern TABLE =
            Pattern.compile("create table (?:if not exists )?(\\w+) \\(\\n(.*?)\\n\\)", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("primary key \\((.*)\\)");
    private static final Pattern COLUMN = Pattern.compile("(\\w+) (.+?)( not null)?");
    private static final Pattern INDEX =
            Pattern.compile("create (unique )?index (?:if not exists )?(\\w+) on (\\w+) \\(([^)]*)\\)");

    /** A table with its columns in order. */
    public record Table(String name, Map<String, Column> columns, List<String> primaryKey) {

        /** The primary key as an index on the table as the host has it. */
        public Index key(String host) {
            return new Index("", host, true, true, primaryKey);
        }
    }

    public static SchemaScript of(String text) {
        Map<String, Table> tables = new LinkedHashMap<>();
        List<Index> indexes = new ArrayList<>();
        for (String statement : statements(text)) {
            Matcher table = TABLE.matcher(statement);
            if (table.find()) {
                tables.put(table.group(1), table(table.group(1), table.group(2)));
            }
            Matcher index = INDEX.matcher(statement);
            if (index.find()) {
                indexes.add(new Index(
                        index.group(2), index.group(3), false, index.group(1) != null, names(index.group(4))));
            }
        }
        return new SchemaScript(tables, indexes);
    }

    private static Table table(String name, String body) {
        Map<String, Column> columns = new LinkedHashMap<>();
        List<String> key = List.of();
        for (String line : body.lines().toList()) {
            String definition = line.strip().replaceAll(",$", "");
            Matcher primary = KEY.matcher(definition);
            Matcher column = COLUMN.matcher(definition);
            if (primary.matches()) {
                key = names(primary.group(1));
            } else if (column.matches()) {
                columns.put(column.group(1), new Column(column.group(2), column.group(3) == null));
            }
        }
        return new Table(name, columns, key);
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).toList();
    }

    public static List<String> statements(String text) {
        return Arrays.stream(text.replaceAll("(?m)^--.*$", "").split(";"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }
}

package org.privacyrules.jdbc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.jdbc.data.Coverage;

/**
 * Whether every column of the host's tables is mapped or excluded, and which of those that stay look personal. A line in the host's
 * build keeps it so:
 *
 * <pre>{@code
 * tables.coverage().requireComplete();
 * }</pre>
 *
 * <p>Immutable. It never holds a value of a row.
 */
public final class PersonalDataCoverage {

    private final int tables;
    private final int columns;
    private final List<Remark> remarks;
    private final Map<String, Set<Column>> byCategory;

    private PersonalDataCoverage(int tables, int columns, List<Remark> remarks, Map<String, Set<Column>> byCategory) {
        this.tables = tables;
        this.columns = columns;
        this.remarks = remarks;
        this.byCategory = byCategory;
    }

    static PersonalDataCoverage of(Coverage coverage) {
        Map<String, Set<Column>> byCategory = new LinkedHashMap<>();
        coverage.byCategory().forEach((category, names) -> {
            Set<Column> columns = new LinkedHashSet<>();
            names.forEach(name -> columns.add(new Column(name.table(), name.column())));
            byCategory.put(category, Collections.unmodifiableSet(columns));
        });
        return new PersonalDataCoverage(
                coverage.tables(),
                coverage.columns(),
                coverage.remarks().stream()
                        .map(each -> new Remark(
                                Level.valueOf(each.level().name()), each.table(), each.column(), each.words()))
                        .toList(),
                Collections.unmodifiableMap(byCategory));
    }

    /** How much a remark weighs. */
    public enum Level {
        /** A column is neither mapped nor excluded. */
        GAP("not mapped"),
        /** A column that stays looks personal, or some rows are not mapped; an exclusion of that very column answers it. */
        WARNING("warnings"),
        /** Something is worth knowing, such as an excluded column that looks personal. */
        HINT("hints");

        private final String heading;

        Level(String heading) {
            this.heading = heading;
        }
    }

    /**
     * What a host should know of a column.
     *
     * @param level how much it weighs
     * @param table as the catalogue has it
     * @param column as the catalogue has it; empty: the table as a whole
     * @param words the rest of a sentence that begins with the column, with the remedy; never a value
     */
    public record Remark(Level level, String table, String column, String words) {

        @Override
        public String toString() {
            return table + (column.isEmpty() ? "" : "." + column) + " " + words;
        }
    }

    /**
     * A column of a table.
     *
     * @param table as the catalogue has it
     * @param column as the catalogue has it
     */
    public record Column(String table, String column) {}

    /**
     * All that was found.
     *
     * @return by table and column; unmodifiable
     */
    public List<Remark> remarks() {
        return remarks;
    }

    /**
     * What was found of one weight.
     *
     * @param level which
     * @return by table and column; unmodifiable
     */
    public List<Remark> remarks(Level level) {
        return remarks.stream().filter(each -> each.level() == level).toList();
    }

    /**
     * The columns in which a category's data lie: those that are disposed of by themselves, and for rows that go as a whole every
     * other column that is not excluded.
     *
     * @return by category of the policy; unmodifiable
     */
    public Map<String, Set<Column>> columnsByCategory() {
        return byCategory;
    }

    /**
     * Refuses a schema with columns that nothing is said of.
     *
     * @return this
     * @throws InvalidInputException that lists all of them, with the remedies
     */
    public PersonalDataCoverage requireComplete() {
        return require(List.of(Level.GAP));
    }

    /**
     * Refuses warnings, too.
     *
     * @return this
     * @throws InvalidInputException that lists all of them, with the remedies
     */
    public PersonalDataCoverage requireNoWarnings() {
        return require(List.of(Level.GAP, Level.WARNING));
    }

    private PersonalDataCoverage require(List<Level> refused) {
        if (remarks.stream().anyMatch(each -> refused.contains(each.level()))) {
            throw new InvalidInputException("the mapping of personal data does not say all:" + text(refused));
        }
        return this;
    }

    /**
     * The report for people.
     *
     * @return several lines, the same for the same tables
     */
    public String text() {
        return counted(tables, "table") + " with " + counted(columns, "column") + ", "
                + remarks(Level.GAP).size() + " not mapped"
                + text(List.of(Level.values())) + "\n";
    }

    private static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private String text(List<Level> levels) {
        return levels.stream()
                .filter(level -> !remarks(level).isEmpty())
                .map(level -> "\n" + level.heading + ":\n"
                        + remarks(level).stream().map(each -> "- " + each).collect(Collectors.joining("\n")))
                .collect(Collectors.joining());
    }

    /** Counts alone. */
    @Override
    public String toString() {
        return "coverage of " + counted(columns, "column") + ", "
                + remarks(Level.GAP).size() + " not mapped";
    }
}

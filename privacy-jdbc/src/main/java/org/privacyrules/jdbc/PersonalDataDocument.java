package org.privacyrules.jdbc;

import static org.privacyrules.document.DocumentForm.either;
import static org.privacyrules.document.DocumentForm.fields;
import static org.privacyrules.document.DocumentForm.listOf;
import static org.privacyrules.document.DocumentForm.names;
import static org.privacyrules.document.DocumentForm.optional;
import static org.privacyrules.document.DocumentForm.required;
import static org.privacyrules.document.DocumentForm.text;
import static org.privacyrules.document.DocumentForm.trueOrFalse;
import static org.privacyrules.document.DocumentForm.value;
import static org.privacyrules.document.DocumentForm.zone;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.privacyrules.document.DocumentForm;
import org.privacyrules.document.DocumentPart;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.policy.Finding;

/** A mapping of personal data as a document: says to a builder what a document says. */
final class PersonalDataDocument {

    private static final int LISTED_AT_MOST = 100;
    private static final Pattern OWN_FUNCTION = Pattern.compile(".*\\.columns\\..*\\.by");

    private static final DocumentForm PATH = either(text(), listOf(text()));
    private static final DocumentForm VALUES = either(value(), listOf(value()));
    private static final DocumentForm FORM = fields(
            optional("$schema", text(), "Where editors find the schema; not read."),
            optional("schema", text(), "The schema of the tables; on MariaDB the database."),
            optional(
                    "tables",
                    names(either(table(), listOf(table()))),
                    "The tables with personal data, by name; a list where a table is mapped more than once."),
            optional(
                    "exclude",
                    names(either(text(), names(text()))),
                    "Why a table has no personal data; or why single columns have none, by column."),
            optional(
                    "goesAlong",
                    names(text()),
                    "Tables without personal data whose rows a cascade deletes, and why nothing is lost with them."));

    private final JdbcPersonalData.Builder builder;
    private final List<Finding> findings = new ArrayList<>();

    private PersonalDataDocument(JdbcPersonalData.Builder builder) {
        this.builder = builder;
    }

    private static DocumentForm table() {
        return fields(
                optional("name", text(), "How reports and the journal call the data; the table's name unless told."),
                optional("key", PATH, "The columns by which a row is found; the primary key unless told."),
                optional("subject", PATH, "Whose data they are: a column, or a path over foreign keys."),
                optional("people", names(PATH), "Other people whose data are in the same rows."),
                optional("events", names(event()), "The rows' own events, and where each date is."),
                optional(
                        "rows",
                        PATH,
                        "The categories of the row as a whole; it is deleted when they and those of all columns are due."),
                optional(
                        "columns",
                        names(either(columns(), listOf(columns()))),
                        "Columns that are disposed of while the row stays, by category."),
                optional("where", names(VALUES), "Only rows with one of these values, by column."),
                optional("whereNull", PATH, "Only rows in which these columns are null."),
                optional("whereNotNull", PATH, "Only rows in which these columns are not null."),
                optional("lettingUnjustifiedGo", trueOrFalse(), "Whether data go that nothing has ever justified."),
                optional(
                        "emptyingPartitions",
                        trueOrFalse(),
                        "Whether partitions of PostgreSQL in which every row is due are emptied as a whole."),
                optional(
                        "knowingTriggers",
                        names(text()),
                        "Triggers that may fire at disposal, and why they do no harm."));
    }

    private static DocumentForm event() {
        return fields(
                        required("path", PATH, "Where the date is."),
                        optional("zone", zone(), "In which zone a time without zone is told."),
                        optional(
                                "awaited",
                                trueOrFalse(),
                                "Whether it may be still to come, so that a missing date is no fault."))
                .orInShort(PATH);
    }

    private static DocumentForm columns() {
        return fields(
                optional("of", text(), "Whose data they are, where a row has several people."),
                optional("toNull", PATH, "Columns that become null."),
                optional("to", names(value()), "Columns that become a constant."),
                optional("toNetwork", PATH, "Columns with IP addresses, which are cut to their network."),
                optional("toMonth", PATH, "Dates that become the first day of their month."),
                optional("toYear", PATH, "Dates that become the first day of their year."));
    }

    static DocumentForm form() {
        return FORM;
    }

    /** All or nothing. */
    static void tell(DocumentForm.Content content, JdbcPersonalData.Builder builder) {
        PersonalDataDocument document = new PersonalDataDocument(builder);
        content.findings().forEach(finding -> document.findings.add(explained(finding)));
        List<Runnable> told = content.root().map(document::read).orElse(List.of());
        if (!document.findings.isEmpty()) {
            throw new InvalidInputException(message(document.findings));
        }
        told.forEach(Runnable::run);
    }

    private static Finding explained(Finding finding) {
        boolean function = finding.code().equals("UNKNOWN_FIELD")
                && OWN_FUNCTION.matcher(finding.path()).matches();
        if (!function) {
            return finding;
        }
        Finding explained = Finding.error(
                finding.code(),
                finding.path(),
                "a function of your own cannot be written in a document",
                "map this table with the builder, table(…), beside the document",
                "");
        return finding.place().map(explained::at).orElse(explained);
    }

    private static String message(List<Finding> findings) {
        int more = findings.size() - LISTED_AT_MOST;
        return "The mapping of personal data has " + findings.size()
                + (findings.size() == 1 ? " finding:" : " findings:")
                + findings.stream()
                        .limit(LISTED_AT_MOST)
                        .map(finding -> "\n  " + finding)
                        .collect(Collectors.joining())
                + (more > 0 ? "\n  and " + more + " more" : "");
    }

    private List<Runnable> read(DocumentPart root) {
        List<Runnable> told = new ArrayList<>();
        root.get("schema").ifPresent(schema -> told.add(() -> builder.inSchema(schema.text())));
        each(
                root,
                "tables",
                (name, tables) -> tables.elements()
                        .forEach(table ->
                                table(name, table).ifPresent(described -> told.add(() -> builder.table(described)))));
        each(root, "exclude", (table, why) -> {
            if (why.hasNames()) {
                why.members()
                        .forEach((column, reason) -> told.add(() -> builder.exclude(table, column, reason.text())));
            } else {
                told.add(() -> builder.exclude(table, why.text()));
            }
        });
        each(root, "goesAlong", (table, why) -> told.add(() -> builder.goesAlong(table, why.text())));
        return told;
    }

    private static void each(DocumentPart part, String name, BiConsumer<String, DocumentPart> use) {
        part.get(name).ifPresent(free -> free.members().forEach(use));
    }

    private static void ifThere(DocumentPart part, String name, Consumer<String[]> use) {
        part.get(name).ifPresent(list -> use.accept(texts(list)));
    }

    private static String[] texts(DocumentPart list) {
        return list.elements().stream().map(DocumentPart::text).toArray(String[]::new);
    }

    private static boolean isTrue(DocumentPart part, String name) {
        return part.get(name).filter(value -> value.text().equals("true")).isPresent();
    }

    /** What the builder's own checks refuse is a finding at its place. */
    private void attempt(DocumentPart part, Runnable telling) {
        try {
            telling.run();
        } catch (InvalidInputException e) {
            findings.add(part.error("INVALID_VALUE", e.getMessage(), "write another value"));
        }
    }

    private Optional<PersonalTable> table(String name, DocumentPart part) {
        int before = findings.size();
        PersonalTable table = new PersonalTable(name);
        part.get("name").ifPresent(other -> table.named(other.text()));
        ifThere(part, "key", table::key);
        part.get("subject").ifPresent(path -> attempt(path, () -> table.subject(texts(path))));
        each(part, "people", (person, path) -> attempt(path, () -> table.person(person, texts(path))));
        each(part, "events", (event, told) -> attempt(told, () -> event(table, event, told)));
        ifThere(part, "rows", table::rows);
        each(
                part,
                "columns",
                (category, groups) -> groups.elements()
                        .forEach(group ->
                                attempt(group, () -> table.columns(category, columns -> columns(columns, group)))));
        each(
                part,
                "where",
                (column, values) -> attempt(
                        values,
                        () -> table.where(
                                column,
                                values.elements().stream()
                                        .map(DocumentPart::value)
                                        .toArray())));
        ifThere(part, "whereNull", columns -> List.of(columns).forEach(table::whereNull));
        ifThere(part, "whereNotNull", columns -> List.of(columns).forEach(table::whereNotNull));
        if (isTrue(part, "lettingUnjustifiedGo")) {
            table.lettingUnjustifiedGo();
        }
        if (isTrue(part, "emptyingPartitions")) {
            table.emptyingPartitions();
        }
        each(part, "knowingTriggers", (trigger, why) -> table.knowingTrigger(trigger, why.text()));
        return findings.size() > before ? Optional.empty() : Optional.of(table);
    }

    private static void event(PersonalTable table, String event, DocumentPart told) {
        String[] path = texts(told.get("path").orElse(told));
        boolean awaited = isTrue(told, "awaited");
        told.get("zone")
                .map(zone -> ZoneId.of(zone.text()))
                .ifPresentOrElse(
                        zone -> {
                            if (awaited) {
                                table.awaited(event, zone, path);
                            } else {
                                table.event(event, zone, path);
                            }
                        },
                        () -> {
                            if (awaited) {
                                table.awaited(event, path);
                            } else {
                                table.event(event, path);
                            }
                        });
    }

    private static void columns(PersonalTable.ColumnsOf columns, DocumentPart group) {
        group.get("of").ifPresent(person -> columns.of(person.text()));
        ifThere(group, "toNull", columns::toNull);
        each(group, "to", (column, constant) -> columns.to(column, constant.value()));
        ifThere(group, "toNetwork", columns::toNetwork);
        ifThere(group, "toMonth", columns::toMonth);
        ifThere(group, "toYear", columns::toYear);
    }
}

package org.privacyrules.jdbc.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.privacyrules.failure.InvalidInputException;

/**
 * Where the tables lie and how their names begin. Statements are written with the names of the scripts; this turns them into those
 * of the host.
 *
 * @param schema the schema, empty for the connection's own
 * @param prefix how the names begin
 */
public record TableNames(Optional<String> schema, String prefix) {

    public static final String DEFAULT_PREFIX = "privacy_";

    private static final Pattern PREFIX = Pattern.compile("[a-z_][a-z0-9_]{0,29}");
    private static final Pattern INDEX = Pattern.compile("(index (?:if not exists )?)privacy_([a-z_]+)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w\0])privacy_([a-z_0-9]+)");

    /** As the scripts have them, in the connection's own schema. */
    public static final TableNames DEFAULT = new TableNames(Optional.empty(), DEFAULT_PREFIX);

    public TableNames {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new InvalidInputException(
                    "table prefix: 1 to 30 characters of a-z 0-9 _ are allowed, not beginning with a digit");
        }
        schema.ifPresent(TableNames::requireName);
    }

    private static void requireName(String schema) {
        if (schema.isBlank()) {
            throw new InvalidInputException("schema: a name is required");
        }
        if (schema.indexOf('\0') >= 0 || !UTF_8.newEncoder().canEncode(schema)) {
            throw new InvalidInputException("schema: the name has a character that cannot be sent to a database");
        }
    }

    /** Refuses names that the database would cut or change, which leads to another schema. */
    TableNames requireSchema(Predicate<String> keptAsItIs, String allowed) {
        if (schema.filter(keptAsItIs.negate()).isPresent()) {
            throw new InvalidInputException("schema: " + allowed);
        }
        return this;
    }

    public TableNames inSchema(String name) {
        return new TableNames(Optional.of(name), prefix);
    }

    public TableNames withPrefix(String other) {
        return new TableNames(schema, other);
    }

    /** A table's name without the schema, as the host has it. */
    public String table(String scriptName) {
        return prefix + scriptName.substring(DEFAULT_PREFIX.length());
    }

    /** A statement with the host's names; the database's own quotes hold the schema. */
    String in(String sql, UnaryOperator<String> quoted) {
        String index = INDEX.matcher(sql).replaceAll("$1" + Matcher.quoteReplacement("\0" + prefix) + "$2");
        String qualified = schema.map(quoted).map(name -> name + ".").orElse("");
        return NAME.matcher(index)
                .replaceAll(Matcher.quoteReplacement(qualified + prefix) + "$1")
                .replace("\0", "");
    }
}

package org.privacyrules.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.privacyrules.policy.Finding;
import org.privacyrules.policy.Finding.Place;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * YAML as a stream of events: nothing is composed, so that an alias is seen and never followed. Only {@code true} and
 * {@code false} are booleans, because {@code NO} is Norway. The one class that needs the optional dependency.
 */
final class YamlTokens extends Tokens {

    /** The parser's time grows with the square of the length of a word or line. */
    static final int LINE_LENGTH = 128 * 1024;

    private static final YAMLFactory YAML = factory();

    private final DocumentText text;
    /** Places are counted in code points here. */
    private final int[] characters;

    private int lastForbidden = -1;

    private YamlTokens(DocumentText text, JsonParser parser) {
        super(parser);
        this.text = text;
        this.characters = text.characters().codePoints().toArray();
    }

    private static YAMLFactory factory() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(DocumentText.LIMIT + 1);
        YAMLFactory factory = YAMLFactory.builder()
                .loaderOptions(limits)
                .streamReadConstraints(JsonTokens.CONSTRAINTS)
                .build();
        return factory.enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS);
    }

    static YamlTokens of(DocumentText text) throws Refusal {
        int excess = text.indexOfLongLine(LINE_LENGTH);
        if (excess >= 0) {
            throw new Refusal(Finding.error(
                            "LINE_TOO_LONG",
                            DocumentPath.ROOT.toString(),
                            "a line has more than " + LINE_LENGTH + " characters",
                            "break it",
                            "")
                    .at(text.placeOf(excess)));
        }
        try {
            return new YamlTokens(text, YAML.createParser(new StringReader(text.characters())));
        } catch (IOException e) {
            throw new UncheckedIOException("a StringReader does not fail", e);
        }
    }

    /**
     * A plain scalar cannot begin with any of these characters, so the token's first one tells. A mapping begins where its
     * first name does, which is told once.
     */
    @Override
    Optional<Finding> forbidden(DocumentPath path) {
        int offset = (int) location().getCharOffset();
        Optional<Finding> found = offset == lastForbidden ? Optional.empty() : forbiddenHere(path);
        lastForbidden = found.isPresent() ? offset : lastForbidden;
        return found;
    }

    private Optional<Finding> forbiddenHere(DocumentPath path) {
        return switch (first()) {
            case '&' -> Optional.of(noAlias(path, "an anchor"));
            case '*' -> Optional.of(noAlias(path, "an alias"));
            case '!' ->
                Optional.of(Finding.error(
                                "TAG_NOT_ALLOWED",
                                path.toString(),
                                "a tag was found",
                                "remove the tag: what a value is follows from its place",
                                "")
                        .at(place()));
            default -> Optional.empty();
        };
    }

    private Finding noAlias(DocumentPath path, String found) {
        return Finding.error(
                        "ALIAS_NOT_ALLOWED",
                        path.toString(),
                        found + " was found",
                        "write the value out at each place where it stands",
                        "")
                .at(place());
    }

    private int first() {
        return at((int) location().getCharOffset());
    }

    private int at(int offset) {
        return offset >= 0 && offset < characters.length ? characters[offset] : ' ';
    }

    @Override
    Finding failure(DocumentPath path, Exception failure) {
        Optional<Mark> mark = mark(failure);
        if (mark.isPresent()) {
            return failure(path, mark.get());
        }
        return forbiddenHere(path)
                .orElseGet(() -> failure instanceof JsonProcessingException && isCollection()
                        ? keyNotText(path)
                        : syntax(path, "this is not YAML", "check the characters at this place")
                                .at(placeOf(failure)));
    }

    private static Optional<Mark> mark(Exception failure) {
        return failure.getCause() instanceof MarkedYAMLException marked
                ? Optional.ofNullable(marked.getProblemMark())
                : Optional.empty();
    }

    private Finding failure(DocumentPath path, Mark mark) {
        Finding finding = mark.getIndex() >= end()
                ? truncated(path)
                : syntax(path, "this is not YAML", remedy(at(mark.getIndex())));
        return finding.at(new Place(mark.getLine() + 1, mark.getColumn() + 1));
    }

    private static String remedy(int found) {
        return switch (found) {
            case '\t' -> "indent with spaces: YAML does not allow tabs there";
            case '@', '`', '%' -> "put the text in quotes";
            case ':' -> "put a text that contains a colon and a space in quotes";
            default -> "check indentation, colons, quotes and brackets at this place";
        };
    }

    private int end() {
        return text.characters().codePointCount(0, text.end());
    }

    private boolean isCollection() {
        return first() == '[' || first() == '{' || first() == '-' || first() == '?' || first() == ':';
    }

    private Finding keyNotText(DocumentPath path) {
        return Finding.error(
                        "KEY_NOT_TEXT",
                        path.toString(),
                        "a list or a mapping stands where a name is expected",
                        "write a text before the colon",
                        "")
                .at(place());
    }
}

package org.privacyrules.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.privacyrules.policy.Finding;

/**
 * What a document other than a policy may say: settings in JSON or YAML that are read as strictly as a policy is, under the same
 * limits, and with the same findings. Immutable.
 */
public final class DocumentForm {

    /** What is missing in YAML reads like an empty text, so that an empty text is none. */
    private static final TextForm VALUE = new TextForm(
            "a text that is not empty or a number",
            "texts that are not empty or numbers",
            Pattern.compile("[\\s\\S]+"),
            text -> true,
            true);

    private final Shape shape;

    private DocumentForm(Shape shape) {
        this.shape = shape;
    }

    /**
     * A text that is not blank.
     *
     * @return a form
     */
    public static DocumentForm text() {
        return new DocumentForm(Shape.text());
    }

    /**
     * A text that is not empty, a number, true or false.
     *
     * @return a form
     */
    public static DocumentForm value() {
        return new DocumentForm(Shape.union(Shape.text(VALUE), Shape.trueOrFalse()));
    }

    /**
     * True or false.
     *
     * @return a form
     */
    public static DocumentForm trueOrFalse() {
        return new DocumentForm(Shape.trueOrFalse());
    }

    /**
     * A time zone by its name.
     *
     * @return a form
     */
    public static DocumentForm zone() {
        return new DocumentForm(Shape.text(TextForm.ZONE));
    }

    /**
     * Any number of the same.
     *
     * @param elements what each of them is
     * @return a form
     */
    public static DocumentForm listOf(DocumentForm elements) {
        return new DocumentForm(Shape.listOf(elements.shape));
    }

    /**
     * A mapping whose names the document chooses.
     *
     * @param values what stands under each of them
     * @return a form
     */
    public static DocumentForm names(DocumentForm values) {
        return new DocumentForm(Shape.names(TextForm.FILLED, values.shape));
    }

    /**
     * One of several forms that their kind tells apart: of no two can a mapping, a list or a single value be one.
     *
     * @param forms two or more
     * @return a form
     */
    public static DocumentForm either(DocumentForm... forms) {
        return new DocumentForm(
                Shape.union(Arrays.stream(forms).map(form -> form.shape).toArray(Shape[]::new)));
    }

    /**
     * A mapping with these names and no others.
     *
     * @param fields its names
     * @return a form
     */
    public static DocumentForm fields(Field... fields) {
        return new DocumentForm(Shape.fields(Arrays.stream(fields)
                .map(field -> new Shape.Field(field.name(), field.form().shape, field.required(), field.description()))
                .toArray(Shape.Field[]::new)));
    }

    /**
     * This mapping of {@link #fields}, or what stands for it in short; a mapping with any of its names is the whole one.
     *
     * @param brief the short form
     * @return a form
     */
    public DocumentForm orInShort(DocumentForm brief) {
        return new DocumentForm(Shape.orInShort(shape, brief.shape));
    }

    /**
     * A name of a mapping.
     *
     * @param name the name
     * @param form what stands under it
     * @param required whether it must be there
     * @param description one line for the people who write the document
     */
    public record Field(String name, DocumentForm form, boolean required, String description) {}

    /**
     * A name that must be there.
     *
     * @param name the name
     * @param form what stands under it
     * @param description one line for the people who write the document
     * @return a field
     */
    public static Field required(String name, DocumentForm form, String description) {
        return new Field(name, form, true, description);
    }

    /**
     * A name that may be missing.
     *
     * @param name the name
     * @param form what stands under it
     * @param description one line for the people who write the document
     * @return a field
     */
    public static Field optional(String name, DocumentForm form, String description) {
        return new Field(name, form, false, description);
    }

    /**
     * What came of reading a document.
     *
     * @param root the document, if nothing was found
     * @param findings errors, each with its path, line and column; unmodifiable
     */
    public record Content(Optional<DocumentPart> root, List<Finding> findings) {}

    /**
     * Reads a file.
     *
     * @param file ending in {@code .json}, {@code .yaml} or {@code .yml}
     * @return what was read
     */
    public Content read(Path file) {
        return content(DocumentReader.read(file));
    }

    /**
     * Reads JSON.
     *
     * @param json the text
     * @return what was read
     */
    public Content readJson(String json) {
        return content(DocumentReader.read(json, Format.JSON));
    }

    /**
     * Reads YAML, which needs the optional dependency {@code com.fasterxml.jackson.dataformat:jackson-dataformat-yaml}.
     *
     * @param yaml the text
     * @return what was read
     */
    public Content readYaml(String yaml) {
        return content(DocumentReader.read(yaml, Format.YAML));
    }

    private Content content(Reading reading) {
        List<Finding> findings = new ArrayList<>(reading.findings());
        reading.root().ifPresent(root -> findings.addAll(ShapeCheck.check(root, shape)));
        return new Content(
                reading.root().filter(root -> findings.isEmpty()).map(DocumentPart::of), List.copyOf(findings));
    }

    /**
     * The JSON Schema of such documents, with which editors complete and check them.
     *
     * @param title of the schema
     * @return a schema of draft 2020-12
     */
    public String schema(String title) {
        return SchemaWriter.write(title, shape);
    }
}

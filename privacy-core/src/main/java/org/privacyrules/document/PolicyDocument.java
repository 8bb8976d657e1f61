package org.privacyrules.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.policy.ContentHash;
import org.privacyrules.policy.Finding;
import org.privacyrules.policy.InvalidPolicyException;
import org.privacyrules.policy.PolicyBuilder;
import org.privacyrules.policy.PrivacyPolicy;

/**
 * A policy as a document in JSON or YAML. YAML needs the optional dependency
 * {@code com.fasterxml.jackson.dataformat:jackson-dataformat-yaml}. Reading is linear in the size of the document, which is
 * limited to 4 MB and 32 levels; anchors, aliases and tags of YAML are refused. Immutable and thread-safe.
 */
public final class PolicyDocument {

    private final Optional<PrivacyPolicy> policy;
    private final List<Finding> findings;

    private PolicyDocument(Optional<PrivacyPolicy> policy, List<Finding> findings) {
        this.policy = policy;
        this.findings = List.copyOf(findings);
    }

    /**
     * Reads a policy from a file.
     *
     * @param file ending in {@code .json}, {@code .yaml} or {@code .yml}
     * @return the policy
     * @throws InvalidPolicyException with every finding, each with its path, line and column, if one of them is an error
     */
    public static PrivacyPolicy read(Path file) {
        return check(file).policy();
    }

    /**
     * Reads a policy from a resource of the class path.
     *
     * @param resource ending in {@code .json}, {@code .yaml} or {@code .yml}
     * @return the policy
     * @throws InvalidPolicyException with every finding, each with its path, line and column, if one of them is an error
     */
    public static PrivacyPolicy read(URL resource) {
        return check(resource).policy();
    }

    /**
     * Reads a policy that is written in JSON.
     *
     * @param json the text
     * @return the policy
     * @throws InvalidPolicyException with every finding, each with its path, line and column, if one of them is an error
     */
    public static PrivacyPolicy readJson(String json) {
        return of(DocumentReader.read(json, Format.JSON)).policy();
    }

    /**
     * Reads a policy that is written in YAML.
     *
     * @param yaml the text
     * @return the policy
     * @throws InvalidPolicyException with every finding, each with its path, line and column, if one of them is an error
     */
    public static PrivacyPolicy readYaml(String yaml) {
        return of(DocumentReader.read(yaml, Format.YAML)).policy();
    }

    /**
     * Reads a file and tells what is wrong with it, without refusing it.
     *
     * @param file ending in {@code .json}, {@code .yaml} or {@code .yml}
     * @return what was read
     */
    public static PolicyDocument check(Path file) {
        return of(DocumentReader.read(file));
    }

    /**
     * Reads a resource and tells what is wrong with it, without refusing it.
     *
     * @param resource ending in {@code .json}, {@code .yaml} or {@code .yml}
     * @return what was read
     */
    public static PolicyDocument check(URL resource) {
        Format format = Format.of(Path.of(resource.getPath()));
        try (InputStream bytes = resource.openStream()) {
            return of(DocumentReader.read(bytes, format));
        } catch (IOException e) {
            throw new InvalidInputException("the resource of the policy cannot be read: check that it is there");
        }
    }

    private static PolicyDocument of(Reading reading) {
        if (reading.root().isEmpty()) {
            return new PolicyDocument(Optional.empty(), reading.findings());
        }
        Node root = reading.root().get();
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(ShapeCheck.check(root, PolicyShape.POLICY));
        return new DraftedDocument(root, findings).document();
    }

    /** What came of a tree: a policy if the builder has no objection and nothing else was found. */
    static PolicyDocument of(PolicyBuilder draft, List<Finding> findings) {
        boolean valid = findings.stream().noneMatch(Finding::isError);
        return new PolicyDocument(valid ? Optional.of(draft.build()) : Optional.empty(), findings);
    }

    /**
     * The policy.
     *
     * @return the policy
     * @throws InvalidPolicyException with every finding, if one of them is an error
     */
    public PrivacyPolicy policy() {
        return policy.orElseThrow(() -> new InvalidPolicyException(findings));
    }

    /**
     * What is wrong with it.
     *
     * @return errors and warnings, each with its path, and its line and column in the document; unmodifiable
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Writes a policy. What is read back is equal to it.
     *
     * @param policy a policy
     * @return JSON with two spaces a level, names in the policy's order; what is as usual is left out
     */
    public static String write(PrivacyPolicy policy) {
        return JsonText.pretty(PolicyWriter.write(policy));
    }

    /**
     * Reads what {@link #write} wrote when a version was published. Only what cannot be built is refused: rules that a later
     * version of this library knows do not undo what is in force.
     *
     * @param json the stored document
     * @return the policy as it was published
     * @throws InvalidPolicyException if it is no document of a format that this library knows
     */
    public static PrivacyPolicy readPublished(String json) {
        Reading reading = DocumentReader.read(json, Format.JSON);
        List<Finding> findings = new ArrayList<>(reading.findings());
        reading.root().ifPresent(root -> findings.addAll(ShapeCheck.check(root, PolicyShape.POLICY)));
        if (!findings.isEmpty()) {
            throw new InvalidPolicyException(findings);
        }
        PolicyReader reader = new PolicyReader(reading.root().orElseThrow());
        if (!reader.findings().isEmpty()) {
            throw new InvalidPolicyException(reader.findings());
        }
        return reader.policy().buildPublished();
    }

    /**
     * The hash of a policy's content, in its canonical form (RFC 8785). It does not depend on the order in which the policy
     * was told, or on how its document was written.
     *
     * @param policy a policy
     * @return equal for equal policies
     */
    public static ContentHash hash(PrivacyPolicy policy) {
        return ContentHash.of(CanonicalJson.of(PolicyWriter.write(policy)));
    }

    /**
     * The JSON Schema of such documents, with which editors complete and check them.
     *
     * @return a schema of draft 2020-12
     */
    public static String schema() {
        return SchemaWriter.write("A privacy policy as rules", PolicyShape.POLICY);
    }

    @Override
    public String toString() {
        return "policy document with " + findings.size() + " findings";
    }
}

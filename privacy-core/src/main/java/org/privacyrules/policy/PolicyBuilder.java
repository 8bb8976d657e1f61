package org.privacyrules.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The draft of a policy: anything may be missing until {@link #build()} names all that is wrong at once. */
public final class PolicyBuilder {

    private String version = "";
    private @Nullable LocalDate effectiveFrom;
    private @Nullable Instant effectiveFromInstant;
    private @Nullable ZoneId zone;
    private final List<SubjectKind> subjectKinds = new ArrayList<>();
    private final List<DataCategory> categories = new ArrayList<>();
    private final List<Recipient> recipients = new ArrayList<>();
    private final List<PurposeBuilder> purposes = new ArrayList<>();

    PolicyBuilder() {}

    /**
     * The version's name.
     *
     * @param name unique among the versions of this controller, such as {@code 2018-05-07}
     * @return this
     */
    public PolicyBuilder version(String name) {
        version = name;
        return this;
    }

    /**
     * The first day on which this version is in force, from midnight in the policy's zone.
     *
     * @param day the day
     * @return this
     */
    public PolicyBuilder effectiveFrom(LocalDate day) {
        effectiveFrom = day;
        effectiveFromInstant = null;
        return this;
    }

    /**
     * The first instant at which this version is in force.
     *
     * @param instant the instant
     * @return this
     */
    public PolicyBuilder effectiveFrom(Instant instant) {
        effectiveFromInstant = instant;
        effectiveFrom = null;
        return this;
    }

    /**
     * The controller's time zone.
     *
     * @param controllersZone in which dates and periods are counted
     * @return this
     */
    public PolicyBuilder zone(ZoneId controllersZone) {
        zone = controllersZone;
        return this;
    }

    /**
     * Declares a relation that the host reports.
     *
     * @param name such as {@code customer}
     * @param description the relation in words
     * @return this
     */
    public PolicyBuilder subjectKind(String name, String description) {
        subjectKinds.add(new SubjectKind(name, description));
        return this;
    }

    /**
     * Declares a category of data.
     *
     * @param name such as {@code contact-details}
     * @param description says what it is
     * @return this
     */
    public PolicyBuilder category(String name, Consumer<CategoryBuilder> description) {
        CategoryBuilder category = new CategoryBuilder(name);
        description.accept(category);
        categories.add(category.build());
        return this;
    }

    /**
     * Declares a recipient.
     *
     * @param recipient the recipient
     * @return this
     */
    public PolicyBuilder recipient(Recipient recipient) {
        recipients.add(recipient);
        return this;
    }

    /**
     * Declares a purpose.
     *
     * @param name such as {@code invoicing}
     * @param description says what it is
     * @return this
     */
    public PolicyBuilder purpose(String name, Consumer<PurposeBuilder> description) {
        PurposeBuilder purpose = new PurposeBuilder(name);
        description.accept(purpose);
        purposes.add(purpose);
        return this;
    }

    /**
     * The policy.
     *
     * @return an immutable policy
     * @throws InvalidPolicyException with every error, if there is any
     */
    public PrivacyPolicy build() {
        List<Finding> findings = new PolicyRules(
                        version, zone != null, startIsSet(), subjectKinds, categories, recipients, purposes)
                .findings();
        if (!findings.isEmpty() || zone == null) {
            throw new InvalidPolicyException(findings);
        }
        return new PrivacyPolicy(
                version,
                start(zone),
                zone,
                subjectKinds,
                categories,
                recipients,
                purposes.stream().map(PurposeBuilder::build).toList());
    }

    private boolean startIsSet() {
        return effectiveFrom != null || effectiveFromInstant != null;
    }

    private Instant start(ZoneId controllersZone) {
        if (effectiveFrom != null) {
            return effectiveFrom.atStartOfDay(controllersZone).toInstant();
        }
        return effectiveFromInstant != null ? effectiveFromInstant.truncatedTo(ChronoUnit.MICROS) : Instant.MIN;
    }
}

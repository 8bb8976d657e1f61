package org.privacyrules.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.privacyrules.calendar.FiscalYears;
import org.privacyrules.calendar.Periods;
import org.privacyrules.failure.InvalidInputException;

/** The draft of a policy: anything may be missing until {@link #build()} names all that is wrong at once. */
public final class PolicyBuilder {

    private String version = "";
    private Optional<LocalDate> firstDay = Optional.empty();
    private Optional<Instant> firstInstant = Optional.empty();
    private Optional<ZoneId> zone = Optional.empty();
    private List<String> languages = List.of("en");
    private FiscalYears fiscalYears = FiscalYears.calendarYears();
    private String workingDays = "monday-to-friday";
    private Period shorteningGrace = Period.ofDays(30);
    private Optional<Party> controller = Optional.empty();
    private Optional<Party> representative = Optional.empty();
    private final List<Dated<Party>> dataProtectionOfficers = new ArrayList<>();
    private final List<Dated<Party>> supervisoryAuthorities = new ArrayList<>();
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private RightsTerms rights = RightsTerms.ofTheLaw();
    private LocalText securityMeasures = LocalText.NONE;
    private boolean withoutAutomatedDecisions;
    private final List<SubjectKind> subjectKinds = new ArrayList<>();
    private final List<RetentionEvent> events = new ArrayList<>();
    private final List<DataCategory> categories = new ArrayList<>();
    private final List<Recipient> recipients = new ArrayList<>();
    private final List<PurposeDraft> purposes = new ArrayList<>();
    private final List<ProcessingOnBehalf> onBehalf = new ArrayList<>();
    private final List<OtherPolicy> otherPolicies = new ArrayList<>();

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
        firstDay = Optional.of(day);
        firstInstant = Optional.empty();
        return this;
    }

    /**
     * The first instant at which this version is in force.
     *
     * @param instant the instant
     * @return this
     */
    public PolicyBuilder effectiveFrom(Instant instant) {
        firstInstant = Optional.of(instant.truncatedTo(ChronoUnit.MICROS));
        firstDay = Optional.empty();
        return this;
    }

    /**
     * The controller's time zone.
     *
     * @param controllersZone in which dates and periods are counted
     * @return this
     */
    public PolicyBuilder zone(ZoneId controllersZone) {
        zone = Optional.of(controllersZone);
        return this;
    }

    /**
     * The languages in which people are told. A text that names no language is in the first one.
     *
     * @param tags BCP 47 tags, at least one; English unless told
     * @return this
     */
    public PolicyBuilder languages(String... tags) {
        languages = List.of(tags);
        return this;
    }

    /**
     * The controller's fiscal years, which terms can count.
     *
     * @param years the years; those of the calendar unless told
     * @return this
     */
    public PolicyBuilder fiscalYears(FiscalYears years) {
        fiscalYears = years;
        return this;
    }

    /**
     * Which days are working days, for terms and deadlines that count them.
     *
     * @param name one of {@link org.privacyrules.calendar.WorkingDays#named()}, or one that the host registers; {@code
     *     monday-to-friday} unless told
     * @return this
     */
    public PolicyBuilder workingDays(String name) {
        workingDays = name;
        return this;
    }

    /**
     * How long data are still kept after a version has shortened their term, so that nothing is gone before a mistake in it is
     * noticed.
     *
     * @param period at most a year; 30 days unless told
     * @return this
     * @throws InvalidInputException if it has a negative part or is longer
     */
    public PolicyBuilder shorteningGrace(Period period) {
        if (!period.isZero()) {
            Periods.requireLength("time for which data are kept after their term was shortened", period, 1);
        }
        shorteningGrace = period;
        return this;
    }

    /**
     * Who decides why and how data are processed (Art. 4(7) GDPR).
     *
     * @param party the controller
     * @return this
     */
    public PolicyBuilder controller(Party party) {
        controller = Optional.of(party);
        return this;
    }

    /**
     * Who represents a controller outside the Union (Art. 27 GDPR).
     *
     * @param party the representative
     * @return this
     */
    public PolicyBuilder representative(Party party) {
        representative = Optional.of(party);
        return this;
    }

    /**
     * The data protection officer (Art. 37-39 GDPR); call it once for each that follows another.
     *
     * @param officer from one day to another
     * @return this
     */
    public PolicyBuilder dataProtectionOfficer(Dated<Party> officer) {
        dataProtectionOfficers.add(officer);
        return this;
    }

    /**
     * Where people may complain (Art. 13(2)(d) and 77 GDPR).
     *
     * @param authorities one after the other, such as {@link SupervisoryAuthorities#ofSweden()}
     * @return this
     */
    public PolicyBuilder supervisoryAuthority(List<Dated<Party>> authorities) {
        supervisoryAuthorities.addAll(authorities);
        return this;
    }

    /**
     * Declares another party, such as a joint controller.
     *
     * @param name the name by which purposes refer to it
     * @param party who it is
     * @return this
     */
    public PolicyBuilder party(String name, Party party) {
        parties.put(name, party);
        return this;
    }

    /**
     * How people who use their rights are answered.
     *
     * @param terms the terms; those of the law unless told
     * @return this
     */
    public PolicyBuilder rights(RightsTerms terms) {
        rights = terms;
        return this;
    }

    /**
     * How data are protected, for the record of processing (Art. 30(1)(g) and 32 GDPR).
     *
     * @param description a general description
     * @return this
     */
    public PolicyBuilder securityMeasures(LocalText description) {
        securityMeasures = description;
        return this;
    }

    /**
     * No purpose decides by machine alone (Art. 13(2)(f) and 22 GDPR): a statement that people are owed.
     *
     * @return this
     */
    public PolicyBuilder withoutAutomatedDecisions() {
        withoutAutomatedDecisions = true;
        return this;
    }

    /**
     * Declares a relation that the host reports.
     *
     * @param name such as {@code customer}
     * @param description the relation in words, in the policy's first language
     * @return this
     */
    public PolicyBuilder subjectKind(String name, String description) {
        return subjectKind(name, LocalText.of(description));
    }

    /**
     * Declares a relation that the host reports.
     *
     * @param name such as {@code customer}
     * @param description the relation in words
     * @return this
     */
    public PolicyBuilder subjectKind(String name, LocalText description) {
        subjectKinds.add(new SubjectKind(name, description));
        return this;
    }

    /**
     * Declares an event that retention terms start from.
     *
     * @param name such as {@code case-closed}
     * @param description a clause such as {@code the case was closed}, in the policy's first language
     * @return this
     */
    public PolicyBuilder event(String name, String description) {
        return event(name, LocalText.of(description));
    }

    /**
     * Declares an event that retention terms start from.
     *
     * @param name such as {@code case-closed}
     * @param description a clause such as {@code the case was closed}
     * @return this
     */
    public PolicyBuilder event(String name, LocalText description) {
        events.add(new RetentionEvent(name, description, Optional.empty()));
        return this;
    }

    /**
     * Declares the end of a relation as an event that retention terms start from. It needs no report of its own.
     *
     * @param subjectKind a declared subject kind, such as {@code customer}
     * @param name such as {@code contract-ended}
     * @param description a clause such as {@code the contract ended}, in the policy's first language
     * @return this
     */
    public PolicyBuilder eventAtEndOf(String subjectKind, String name, String description) {
        return eventAtEndOf(subjectKind, name, LocalText.of(description));
    }

    /**
     * Declares the end of a relation as an event that retention terms start from. It needs no report of its own.
     *
     * @param subjectKind a declared subject kind, such as {@code customer}
     * @param name such as {@code contract-ended}
     * @param description a clause such as {@code the contract ended}
     * @return this
     */
    public PolicyBuilder eventAtEndOf(String subjectKind, String name, LocalText description) {
        events.add(new RetentionEvent(name, description, Optional.of(subjectKind)));
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
        purposes.add(purpose.draft());
        return this;
    }

    /**
     * Declares what is done for other controllers, as their processor.
     *
     * @param activity the activity
     * @return this
     */
    public PolicyBuilder onBehalf(ProcessingOnBehalf activity) {
        onBehalf.add(activity);
        return this;
    }

    /**
     * Refers people to somebody else's policy.
     *
     * @param policy where that one stands
     * @return this
     */
    public PolicyBuilder otherPolicy(OtherPolicy policy) {
        otherPolicies.add(policy);
        return this;
    }

    /**
     * All that is wrong so far.
     *
     * @return errors, which stop {@link #build()}, and warnings, in the order of the policy
     */
    public List<Finding> findings() {
        return new PolicyRules(draft()).findings();
    }

    /**
     * The policy. Its warnings, if there are any, go along as {@link PrivacyPolicy#findings()}.
     *
     * @return an immutable policy
     * @throws InvalidPolicyException with every finding, if one of them is an error
     */
    public PrivacyPolicy build() {
        PolicyDraft draft = draft();
        List<Finding> findings = new PolicyRules(draft).findings();
        Optional<Instant> start = draft.effectiveFrom();
        if (findings.stream().anyMatch(Finding::isError) || start.isEmpty() || zone.isEmpty()) {
            throw new InvalidPolicyException(findings);
        }
        return new PrivacyPolicy(draft, start.get(), zone.get(), findings);
    }

    /**
     * The policy as it was published once, under the rules of that time: what is found today is no longer an error, unless
     * nothing can be built. For stored versions alone; what is new goes through {@link #build()}.
     *
     * @return an immutable policy
     * @throws InvalidPolicyException if it has no name, start, zone or language, or a purpose without exactly one basis
     */
    public PrivacyPolicy buildPublished() {
        PolicyDraft draft = draft();
        Optional<Instant> start = draft.effectiveFrom();
        boolean based =
                draft.purposes().stream().allMatch(purpose -> purpose.basis().isPresent());
        List<Finding> findings = new PolicyRules(draft).findings();
        if (version.isBlank() || start.isEmpty() || zone.isEmpty() || !based || languages.isEmpty()) {
            throw new InvalidPolicyException(findings);
        }
        return new PrivacyPolicy(draft, start.get(), zone.get(), findings);
    }

    private PolicyDraft draft() {
        return new PolicyDraft(
                version,
                firstDay,
                firstInstant,
                zone,
                languages,
                fiscalYears,
                workingDays,
                shorteningGrace,
                controller,
                representative,
                List.copyOf(dataProtectionOfficers),
                List.copyOf(supervisoryAuthorities),
                new LinkedHashMap<>(parties),
                rights,
                securityMeasures,
                withoutAutomatedDecisions,
                List.copyOf(subjectKinds),
                List.copyOf(events),
                List.copyOf(categories),
                List.copyOf(recipients),
                List.copyOf(purposes),
                List.copyOf(onBehalf),
                List.copyOf(otherPolicies));
    }
}

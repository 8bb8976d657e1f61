package org.privacyrules.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.privacyrules.calendar.FiscalYears;
import org.privacyrules.failure.UnknownNameException;

/**
 * One version of a controller's rules. Immutable and without errors: it is built only from a draft that has none. Two
 * policies are equal if they say the same, whatever the order in which their parts were told; {@code P12M} and {@code P1Y},
 * and the alternatives of a term in another order, are not the same.
 *
 * <p>The maps keep the order in which the builder was told. Every text names its language.
 */
public final class PrivacyPolicy {

    private final String version;
    private final Instant effectiveFrom;
    private final ZoneId zone;
    private final List<String> languages;
    private final FiscalYears fiscalYears;
    private final String workingDays;
    private final Period shorteningGrace;
    private final Optional<Party> controller;
    private final Optional<Party> representative;
    private final List<Dated<Party>> dataProtectionOfficers;
    private final List<Dated<Party>> supervisoryAuthorities;
    private final Map<String, Party> parties;
    private final RightsTerms rights;
    private final LocalText securityMeasures;
    private final boolean withoutAutomatedDecisions;
    private final Map<String, SubjectKind> subjectKinds;
    private final Map<String, RetentionEvent> events;
    private final Map<String, DataCategory> categories;
    private final Map<String, Recipient> recipients;
    private final Map<String, Purpose> purposes;
    private final Map<String, ProcessingOnBehalf> onBehalf;
    private final Map<String, OtherPolicy> otherPolicies;
    private final List<Finding> findings;

    PrivacyPolicy(PolicyDraft draft, Instant effectiveFrom, ZoneId zone, List<Finding> warnings) {
        FirstLanguage language = new FirstLanguage(draft.firstLanguage());
        this.version = draft.version();
        this.effectiveFrom = effectiveFrom;
        this.zone = zone;
        this.languages = draft.languages();
        this.fiscalYears = draft.fiscalYears();
        this.workingDays = draft.workingDays();
        this.shorteningGrace = draft.shorteningGrace();
        this.controller = draft.controller();
        this.representative = draft.representative();
        this.dataProtectionOfficers = draft.dataProtectionOfficers();
        this.supervisoryAuthorities = draft.supervisoryAuthorities();
        this.parties = Collections.unmodifiableMap(draft.parties());
        this.rights = draft.rights();
        this.securityMeasures = language.of(draft.securityMeasures());
        this.withoutAutomatedDecisions = draft.withoutAutomatedDecisions();
        this.subjectKinds = byName(draft.subjectKinds(), language::of, SubjectKind::name);
        this.events = byName(draft.events(), language::of, RetentionEvent::name);
        this.categories = byName(draft.categories(), language::of, DataCategory::name);
        this.recipients = byName(draft.recipients(), language::of, Recipient::name);
        this.purposes = byName(draft.purposes(), purpose -> purpose.build(draft.firstLanguage()), Purpose::name);
        this.onBehalf = byName(draft.onBehalf(), language::of, ProcessingOnBehalf::name);
        this.otherPolicies = byName(draft.otherPolicies(), language::of, OtherPolicy::name);
        this.findings = warnings;
    }

    private static <D, T> Map<String, T> byName(List<D> told, Function<D, T> finish, Function<T, String> name) {
        return Collections.unmodifiableMap(told.stream()
                .map(finish)
                .collect(Collectors.toMap(name, Function.identity(), (one, other) -> one, LinkedHashMap::new)));
    }

    /**
     * Starts a policy.
     *
     * @return an empty builder
     */
    public static PolicyBuilder builder() {
        return new PolicyBuilder();
    }

    /**
     * The version's name, such as {@code 2018-05-07}.
     *
     * @return unique among the versions of one controller
     */
    public String version() {
        return version;
    }

    /**
     * From when this version is in force.
     *
     * @return the first instant
     */
    public Instant effectiveFrom() {
        return effectiveFrom;
    }

    /**
     * The first day on which this version is in force.
     *
     * @return in the policy's zone; of a version that starts within a day, that day
     */
    public LocalDate firstDay() {
        return LocalDate.ofInstant(effectiveFrom, zone);
    }

    /**
     * The controller's time zone, in which dates and periods are counted.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The languages in which people are told.
     *
     * @return BCP 47 tags, at least one, unmodifiable
     */
    public List<String> languages() {
        return languages;
    }

    /**
     * The controller's fiscal years, which terms can count.
     *
     * @return those of the calendar unless told
     */
    public FiscalYears fiscalYears() {
        return fiscalYears;
    }

    /**
     * Which days are working days, for terms and deadlines that count them.
     *
     * @return the name of {@link org.privacyrules.calendar.WorkingDays}: one that is built in, or one that the host registers
     */
    public String workingDays() {
        return workingDays;
    }

    /**
     * How long data are still kept after a version has shortened their term.
     *
     * @return 30 days unless told
     */
    public Period shorteningGrace() {
        return shorteningGrace;
    }

    /**
     * Who decides why and how data are processed (Art. 4(7) GDPR).
     *
     * @return empty if the policy does not say
     */
    public Optional<Party> controller() {
        return controller;
    }

    /**
     * Who represents a controller outside the Union (Art. 27 GDPR).
     *
     * @return empty if there is none
     */
    public Optional<Party> representative() {
        return representative;
    }

    /**
     * The data protection officers, one after the other.
     *
     * @return as told, unmodifiable
     */
    public List<Dated<Party>> dataProtectionOfficers() {
        return dataProtectionOfficers;
    }

    /**
     * The authorities to which people may complain, one after the other.
     *
     * @return as told, unmodifiable
     */
    public List<Dated<Party>> supervisoryAuthorities() {
        return supervisoryAuthorities;
    }

    /**
     * The data protection officer of a day.
     *
     * @param day in the policy's zone
     * @return empty if there is none
     */
    public Optional<Party> dataProtectionOfficer(LocalDate day) {
        return Dated.on(dataProtectionOfficers, day);
    }

    /**
     * The authority of a day, to which people may complain; those who live elsewhere may turn to their own.
     *
     * @param day in the policy's zone
     * @return empty if the policy names none
     */
    public Optional<Party> supervisoryAuthority(LocalDate day) {
        return Dated.on(supervisoryAuthorities, day);
    }

    /**
     * Other parties that purposes refer to.
     *
     * @return by name, unmodifiable
     */
    public Map<String, Party> parties() {
        return parties;
    }

    /**
     * How people who use their rights are answered.
     *
     * @return the terms
     */
    public RightsTerms rights() {
        return rights;
    }

    /**
     * How data are protected.
     *
     * @return a general description, empty if the policy has none
     */
    public LocalText securityMeasures() {
        return securityMeasures;
    }

    /**
     * Whether the policy states that no purpose decides by machine alone.
     *
     * @return true if it does
     */
    public boolean isWithoutAutomatedDecisions() {
        return withoutAutomatedDecisions;
    }

    /**
     * The relations that the host reports.
     *
     * @return by name, unmodifiable
     */
    public Map<String, SubjectKind> subjectKinds() {
        return subjectKinds;
    }

    /**
     * The events that retention terms start from.
     *
     * @return by name, unmodifiable
     */
    public Map<String, RetentionEvent> events() {
        return events;
    }

    /**
     * The categories of data.
     *
     * @return by name, unmodifiable
     */
    public Map<String, DataCategory> categories() {
        return categories;
    }

    /**
     * The recipients.
     *
     * @return by name, unmodifiable
     */
    public Map<String, Recipient> recipients() {
        return recipients;
    }

    /**
     * The purposes.
     *
     * @return by name, unmodifiable
     */
    public Map<String, Purpose> purposes() {
        return purposes;
    }

    /**
     * What is done for other controllers, as their processor.
     *
     * @return by name, unmodifiable
     */
    public Map<String, ProcessingOnBehalf> onBehalf() {
        return onBehalf;
    }

    /**
     * The policies of others to which people are referred.
     *
     * @return by name, unmodifiable
     */
    public Map<String, OtherPolicy> otherPolicies() {
        return otherPolicies;
    }

    /**
     * What the policy does not say although the law orders it, so that no notice can be made of it.
     *
     * @return warnings, and of a published version also what later rules would refuse; unmodifiable
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * A purpose that must exist.
     *
     * @param name its name
     * @return the purpose
     * @throws UnknownNameException with code {@code UNKNOWN_PURPOSE} and the nearest name
     */
    public Purpose purpose(String name) {
        Purpose purpose = purposes.get(name);
        if (purpose == null) {
            throw UnknownNameException.of("purpose", name, purposes.keySet());
        }
        return purpose;
    }

    private List<Object> content() {
        return List.of(
                version,
                effectiveFrom,
                zone,
                languages,
                fiscalYears,
                workingDays,
                shorteningGrace,
                controller,
                representative,
                dataProtectionOfficers,
                supervisoryAuthorities,
                parties,
                rights,
                securityMeasures,
                withoutAutomatedDecisions,
                subjectKinds,
                events,
                categories,
                recipients,
                purposes,
                onBehalf,
                otherPolicies);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof PrivacyPolicy that && content().equals(that.content()));
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return "policy " + version + " from " + effectiveFrom.atZone(zone).toOffsetDateTime();
    }
}

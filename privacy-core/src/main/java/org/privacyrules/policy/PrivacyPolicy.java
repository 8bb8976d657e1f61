package org.privacyrules.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.privacyrules.failure.UnknownNameException;

/**
 * One version of a controller's rules. Immutable and without errors: it is built only from a draft that has none.
 *
 * <p>The maps keep the order in which the builder was told.
 */
public final class PrivacyPolicy {

    private final String version;
    private final Instant effectiveFrom;
    private final ZoneId zone;
    private final Map<String, SubjectKind> subjectKinds;
    private final Map<String, DataCategory> categories;
    private final Map<String, Recipient> recipients;
    private final Map<String, Purpose> purposes;

    PrivacyPolicy(
            String version,
            Instant effectiveFrom,
            ZoneId zone,
            List<SubjectKind> subjectKinds,
            List<DataCategory> categories,
            List<Recipient> recipients,
            List<Purpose> purposes) {
        this.version = version;
        this.effectiveFrom = effectiveFrom;
        this.zone = zone;
        this.subjectKinds = byName(subjectKinds, SubjectKind::name);
        this.categories = byName(categories, DataCategory::name);
        this.recipients = byName(recipients, Recipient::name);
        this.purposes = byName(purposes, Purpose::name);
    }

    private static <T> Map<String, T> byName(List<T> declared, Function<T, String> name) {
        Map<String, T> map = new LinkedHashMap<>();
        declared.forEach(each -> map.put(name.apply(each), each));
        return java.util.Collections.unmodifiableMap(map);
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
     * The controller's time zone, in which dates and periods are counted.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return zone;
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

    @Override
    public String toString() {
        return "policy " + version + " from " + effectiveFrom.atZone(zone).toOffsetDateTime();
    }
}

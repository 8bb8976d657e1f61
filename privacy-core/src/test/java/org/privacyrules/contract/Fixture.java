package org.privacyrules.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.privacyrules.PrivacyRules;
import org.privacyrules.Storage;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.Evidence.Channel;
import org.privacyrules.decision.Decision;
import org.privacyrules.disposal.PersonalData;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose.Nature;
import org.privacyrules.policy.Recipient;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.Permit;
import org.privacyrules.subject.Permits;
import org.privacyrules.subject.SubjectId;

/** A small policy in two versions and what tests do with it. */
public final class Fixture {

    /** When the first version starts. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** When the second version starts, with a new text for tracking. */
    public static final Instant SECOND_VERSION = Instant.parse("2026-07-01T00:00:00Z");

    /** All purposes. */
    public static final List<String> PURPOSES =
            List.of("account", "invoicing", "service-messages", "product-news", "tracking", "digest", "survey");

    /** A subject kind that carries every purpose but tracking and the digest. */
    public static final String CUSTOMER = "customer";

    /** A subject kind that carries tracking, the digest and the survey. */
    public static final String VISITOR = "visitor";

    /** Whose permits the rules take. */
    public static final Permits PERMITS = Permits.create();

    private static final RetentionTerm ONE_YEAR =
            RetentionTerm.from("relation-ended").plus(Period.ofYears(1));

    private Fixture() {}

    /**
     * Rules over the two versions.
     *
     * @param storage where
     * @param tenant whose
     * @param clock when
     * @return the front door
     */
    public static PrivacyRules rules(Storage storage, String tenant, SettableClock clock) {
        return rules(storage, tenant, clock, List.of());
    }

    /**
     * The same with personal data outside the storage.
     *
     * @param storage where
     * @param tenant whose
     * @param clock when
     * @param sources of which disposal lets go
     * @return the front door
     */
    public static PrivacyRules rules(Storage storage, String tenant, SettableClock clock, List<PersonalData> sources) {
        PrivacyRules.Builder builder = PrivacyRules.builder();
        sources.forEach(builder::personalData);
        return builder.tenant(tenant)
                .policy(policy("1", START, 1))
                .policy(policy("2", SECOND_VERSION, 2))
                .publishOnStart()
                .storage(storage)
                .permits(PERMITS)
                .clock(clock)
                .build();
    }

    /**
     * A version.
     *
     * @param version its name
     * @param start when it starts
     * @param trackingText the version of the tracking text
     * @return the policy
     */
    public static PrivacyPolicy policy(String version, Instant start, int trackingText) {
        return PrivacyPolicy.builder()
                .version(version)
                .effectiveFrom(start)
                .zone(ZoneId.of("Europe/Stockholm"))
                .subjectKind(CUSTOMER, "somebody with a contract")
                .subjectKind(VISITOR, "somebody on the web site")
                .event("relation-ended", "you left")
                .event(CUSTOMER, "you became a customer")
                .category(
                        "contact-details",
                        c -> c.describedAs("how to reach you").attributes("e-mail address"))
                .category(
                        "personal-number",
                        c -> c.describedAs("your national number")
                                .sensitivity(Sensitivity.NATIONAL_ID)
                                .justifiedBy("secure identification")
                                .onlyInCountries("SE"))
                .category("usage", c -> c.describedAs("what you do on the site"))
                .recipient(Recipient.of("analytics", "a company that counts", Recipient.Role.PROCESSOR, "IE"))
                .recipient(Recipient.of("printer", "a company that prints", Recipient.Role.PROCESSOR, "SE"))
                .purpose(
                        "account",
                        p -> p.describedAs("to run your account")
                                .contract()
                                .carriedBy(CUSTOMER)
                                .uses("contact-details")
                                .kept(ONE_YEAR))
                .purpose(
                        "invoicing",
                        p -> p.describedAs("to invoice you")
                                .legalObligation("Bokföringslagen 7 kap. 2 §")
                                .carriedBy(CUSTOMER)
                                .uses("contact-details", "personal-number")
                                .kept(ONE_YEAR)
                                .disclosesTo("printer"))
                .purpose(
                        "service-messages",
                        p -> p.describedAs("to tell you of disruptions")
                                .contract()
                                .nature(Nature.SERVICE_MESSAGE)
                                .carriedBy(CUSTOMER)
                                .uses("contact-details")
                                .kept(ONE_YEAR))
                .purpose(
                        "product-news",
                        p -> p.describedAs("to tell you of products")
                                .legitimateInterests("to sell", "LIA-1")
                                .nature(Nature.DIRECT_MARKETING)
                                .carriedBy(CUSTOMER)
                                .uses("contact-details")
                                .kept(ONE_YEAR))
                .purpose(
                        "tracking",
                        p -> p.describedAs("to follow you")
                                .consent(ConsentTerms.of(text("tracking", trackingText))
                                        .validFor(Period.ofMonths(3)))
                                .nature(Nature.TRACKING)
                                .carriedBy(CUSTOMER, VISITOR)
                                .uses("usage")
                                .kept(ONE_YEAR)
                                .disclosesTo("analytics"))
                .purpose(
                        "digest",
                        p -> p.describedAs("to send you a digest")
                                .consent(ConsentTerms.of(text("digest", 1)).withDoubleOptIn(Period.ofDays(14)))
                                .nature(Nature.DIRECT_MARKETING)
                                .carriedBy(CUSTOMER, VISITOR)
                                .uses("contact-details")
                                .kept(ONE_YEAR))
                .purpose(
                        "survey",
                        p -> p.describedAs("to ask you")
                                .consent(ConsentTerms.of(text("survey", 1)).withAgeGate())
                                .carriedBy(CUSTOMER, VISITOR)
                                .uses("usage")
                                .kept(ONE_YEAR))
                .build();
    }

    private static ConsentText text(String purpose, int version) {
        return ConsentText.of(version, "en", "May we use your data for " + purpose + "? (text " + version + ")");
    }

    /**
     * The text that is in force for a purpose.
     *
     * @param rules whose
     * @param purpose which
     * @param clock when
     * @return the exact text, a text that was never shown if the purpose needs no consent
     */
    public static String shownText(PrivacyRules rules, String purpose, SettableClock clock) {
        return rules.policies()
                .inForceAt(clock.instant())
                .purpose(purpose)
                .consentTerms()
                .map(terms -> terms.text().forLocale(Locale.ENGLISH))
                .orElse("never shown");
    }

    /**
     * Evidence of a web form.
     *
     * @param text what it showed
     * @return evidence of the subject's act
     */
    public static Evidence shown(String text) {
        return Evidence.webForm("preferences", text, Actor.subject());
    }

    /**
     * Evidence without a text.
     *
     * @return evidence of the subject's act
     */
    public static Evidence said() {
        return Evidence.of(Channel.WEB_FORM, "preferences", Actor.subject());
    }

    /**
     * A permit to release holds.
     *
     * @return one that the rules take
     */
    public static Permit release() {
        return PERMITS.give(Permit.Action.RELEASE_HOLD, Actor.staff("legal/8"), "the case is closed");
    }

    /**
     * A day long before the tests.
     *
     * @return a day
     */
    public static LocalDate longAgo() {
        return LocalDate.of(2020, 1, 1);
    }

    /**
     * The reasons of all purposes for one subject, to compare.
     *
     * @param rules whose
     * @param subject who
     * @return one line a purpose
     */
    public static List<String> answers(PrivacyRules rules, SubjectId subject) {
        return PURPOSES.stream()
                .map(purpose -> rules.decisions().check(subject, purpose))
                .map(Decision::explanation)
                .toList();
    }
}

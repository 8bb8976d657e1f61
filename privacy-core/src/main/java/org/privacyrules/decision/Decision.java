package org.privacyrules.decision;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.privacyrules.calendar.Span;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.fact.FactState;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose;
import org.privacyrules.subject.SubjectId;

/**
 * An answer, with why. Immutable. It says what was true at {@link #decidedAt()}: act on it at once, do not store it to act
 * later.
 *
 * @param subject of whom
 * @param use what was asked
 * @param purpose the purpose as the policy declares it
 * @param policy the policy in force
 * @param ownReasons the reason for, or all reasons against the purpose itself
 * @param decidedAt when
 * @param relation the relation that carries the purpose, {@link FactState#NONE} if none stands
 * @param consent where the subject stands on the purpose
 * @param served the answers for the other purposes that the use also serves
 */
public record Decision(
        SubjectId subject,
        Use use,
        Purpose purpose,
        PrivacyPolicy policy,
        Set<Reason> ownReasons,
        Instant decidedAt,
        FactState relation,
        ConsentState consent,
        List<Decision> served) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    public Decision {
        served = List.copyOf(served);
    }

    /**
     * Whether the use is permitted.
     *
     * @return true if the purpose and all others that the use serves are permitted
     */
    public boolean permitted() {
        return reason().permits();
    }

    /**
     * The reason for, or the first reason against.
     *
     * @return a stable code
     */
    public Reason reason() {
        return reasons().iterator().next();
    }

    /**
     * The reason for, or all reasons against, those of the other purposes that the use serves included.
     *
     * @return in the order of precedence, unmodifiable
     */
    public Set<Reason> reasons() {
        if (served.isEmpty()) {
            return ownReasons;
        }
        int against = Stream.concat(Stream.of(this), served.stream())
                .flatMap(each -> each.ownReasons.stream())
                .filter(reason -> !reason.permits())
                .mapToInt(Reason::bit)
                .reduce(0, (mask, bit) -> mask | bit);
        return against == 0 ? ownReasons : Reason.of(against);
    }

    /**
     * The lawful basis of the purpose.
     *
     * @return the basis, also when the use is denied
     */
    public LawfulBasis basis() {
        return purpose.basis();
    }

    /**
     * Until when the answer would stay the same under this policy if nothing happened.
     *
     * @return the end of the consent's validity or of the relation, whichever comes first; empty if open-ended or denied
     */
    public Optional<Instant> until() {
        if (!permitted()) {
            return Optional.empty();
        }
        Instant end = ownEnd();
        for (Decision other : served) {
            end = other.ownEnd().isBefore(end) ? other.ownEnd() : end;
        }
        return end.equals(Span.NEVER) ? Optional.empty() : Optional.of(end);
    }

    private Instant ownEnd() {
        Instant relationEnd = relation.end();
        boolean consentEndsFirst =
                ownReasons.contains(Reason.CONSENT_STANDS) && consent.end().isBefore(relationEnd);
        return consentEndsFirst ? consent.end() : relationEnd;
    }

    /**
     * The answer in one line for a data protection officer, without personal data. Instants are in the policy's zone.
     *
     * @return for example {@code permitted for `invoicing`: legal obligation, Bokföringslagen 7 kap. 2 §}
     */
    public String explanation() {
        String what = (permitted() ? "permitted for `" : "denied for `") + purpose.name() + "`"
                + (use.category().isEmpty() ? "" : " on `" + use.category() + "`")
                + (use.recipient().isEmpty() ? "" : " to `" + use.recipient() + "`");
        return what + ": " + ownSentences()
                + served.stream()
                        .map(other -> "; for `" + other.purpose.name() + "`: " + other.ownSentences())
                        .collect(Collectors.joining());
    }

    private String ownSentences() {
        return ownReasons.stream().map(this::sentence).collect(Collectors.joining("; "));
    }

    private String sentence(Reason reason) {
        return switch (reason) {
            case CONSENT_STANDS ->
                "consent of " + minute(consent.since()) + (consent.byGuardian() ? " by a guardian" : "") + ownUntil();
            case CONTRACT, LEGAL_OBLIGATION, VITAL_INTERESTS, PUBLIC_TASK, LEGITIMATE_INTERESTS ->
                basis().describe() + ownUntil();
            case CATEGORY_NOT_DECLARED -> "the purpose does not use this category";
            case RECIPIENT_NOT_DECLARED -> "the purpose does not disclose to this recipient";
            case MARKETING_IN_SERVICE_MESSAGE -> "a service message carries no marketing";
            case COUNTRY_NOT_COVERED ->
                "`" + use.category() + "` is used in " + sorted(category().countries(), " and ") + " only";
            case KIND_NOT_COVERED ->
                "`" + use.category() + "` is used of people as "
                        + sorted(category().subjectKinds(), " or ") + " only";
            case RESTRICTED -> "processing of this person's data is restricted";
            case OBJECTED -> "the person objected on " + minute(consent.since());
            case WITHDRAWN -> "consent was withdrawn on " + minute(consent.since());
            case REFUSED -> "the person said no on " + minute(consent.since());
            case GLOBAL_PRIVACY_CONTROL -> "the browser sent a Global Privacy Control signal";
            case NO_RELATION -> "no relation as " + sorted(purpose.carriedBy(), " or ") + " stands";
            case GUARDIAN_REQUIRED -> "the person was below the age of consent and no guardian consented";
            case AGE_UNKNOWN -> "the person's age is not known";
            case PENDING_CONFIRMATION -> "the consent of " + minute(consent.since()) + " is not confirmed yet";
            case EXPIRED -> "the consent of " + minute(consent.since()) + " ended on " + minute(consent.end());
            case OUTDATED ->
                "the consent of " + minute(consent.since()) + " was to version " + consent.textVersion()
                        + " of the text";
            case DISMISSED -> "the question was put away on " + minute(consent.since());
            case NOT_ASKED -> "the person has not consented";
        };
    }

    private String ownUntil() {
        return ownEnd().equals(Span.NEVER) ? "" : ", until " + minute(ownEnd());
    }

    private DataCategory category() {
        DataCategory category = policy.categories().get(use.category());
        if (category == null) {
            throw new IllegalStateException("a category that is not covered is declared");
        }
        return category;
    }

    private static String sorted(Set<String> names, String separator) {
        return names.stream().sorted().collect(Collectors.joining(separator));
    }

    private String minute(Instant instant) {
        return MINUTE.format(instant.atZone(policy.zone()));
    }

    /** The explanation. */
    @Override
    public String toString() {
        return explanation();
    }
}

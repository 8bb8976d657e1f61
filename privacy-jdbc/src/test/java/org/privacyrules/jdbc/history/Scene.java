package org.privacyrules.jdbc.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.privacyrules.PrivacyRules;
import org.privacyrules.Storage;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.consent.Evidence;
import org.privacyrules.fact.Fact;
import org.privacyrules.jdbc.history.Call.Kind;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.policy.PolicyBuilder;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose.Nature;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** What all nodes do their calls on: a few customers, and three purposes to which one can say yes, no, and no again. */
final class Scene {

    static final List<String> SUBJECTS = List.of("subject-0", "subject-1", "subject-2", "subject-3", "subject-4");
    static final List<String> PURPOSES = List.of("offers", "events", "digest");
    static final Map<String, Kind> JOURNAL_KINDS = Map.of(
            "consent-given", Kind.GIVE,
            "consent-withdrawn", Kind.WITHDRAW,
            "consent-objected", Kind.OBJECT);

    /** The text is part of the evidence of each consent. */
    static final String TEXT = "May we write to you?";

    private static final String CUSTOMER = "customer";
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final List<Kind> COMMANDS = List.of(Kind.GIVE, Kind.WITHDRAW, Kind.OBJECT);

    private Scene() {}

    /** A command that a node will call, perhaps one that others call too. */
    record Command(OperationId operation, Kind kind, String subject, String purpose) {

        static Command of(OperationId operation, Random random) {
            return new Command(operation, pick(COMMANDS, random), pick(SUBJECTS, random), pick(PURPOSES, random));
        }

        /** One of the commands that are the same, under the same id, for every node. */
        static Command shared(String tenant, int number) {
            return of(OperationId.derived(tenant, "shared-" + number), new Random(number));
        }
    }

    static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** Publishes the policy and makes the subjects customers, so that a consent is all that a permission needs. */
    static void prepare(Storage storage, String tenant) {
        PrivacyRules rules = PrivacyRules.builder()
                .tenant(tenant)
                .policy(policy())
                .publishOnStart()
                .storage(storage)
                .build();
        SUBJECTS.forEach(subject -> rules.subjects().report(SubjectId.of(subject), CUSTOMER, Fact.since(LONG_AGO)));
    }

    static Evidence shown() {
        return Evidence.webForm("preferences", TEXT, Actor.subject());
    }

    private static PrivacyPolicy policy() {
        PolicyBuilder policy = PrivacyPolicy.builder()
                .version("1")
                .effectiveFrom(Instant.parse("2020-01-01T00:00:00Z"))
                .zone(ZoneId.of("Europe/Stockholm"))
                .subjectKind(CUSTOMER, "somebody with a contract")
                .event("relation-ended", "you left")
                .category(
                        "contact-details",
                        c -> c.describedAs("how to reach you").attributes("e-mail address"));
        PURPOSES.forEach(name -> policy.purpose(
                name,
                p -> p.describedAs("to write to you")
                        .consent(ConsentTerms.of(ConsentText.of(1, "en", TEXT)))
                        .nature(Nature.DIRECT_MARKETING)
                        .carriedBy(CUSTOMER)
                        .uses("contact-details")
                        .kept(RetentionTerm.from("relation-ended").plus(Period.ofYears(1)))));
        return policy.build();
    }
}

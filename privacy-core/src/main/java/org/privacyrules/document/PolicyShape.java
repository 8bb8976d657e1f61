package org.privacyrules.document;

import static org.privacyrules.document.Shape.fields;
import static org.privacyrules.document.Shape.listOf;
import static org.privacyrules.document.Shape.named;
import static org.privacyrules.document.Shape.names;
import static org.privacyrules.document.Shape.oneFieldOf;
import static org.privacyrules.document.Shape.oneOf;
import static org.privacyrules.document.Shape.optional;
import static org.privacyrules.document.Shape.required;
import static org.privacyrules.document.Shape.text;
import static org.privacyrules.document.Shape.union;
import static org.privacyrules.document.Shape.wholeNumber;

import java.time.Period;
import java.util.Arrays;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.Recipient;
import org.privacyrules.policy.Right;
import org.privacyrules.policy.RightsTerms;
import org.privacyrules.policy.Safeguard;
import org.privacyrules.policy.SpecialCondition;

/**
 * What a policy's document may say. Little is required here: what a policy must say is judged by the policy's own rules, which
 * name the article.
 */
final class PolicyShape {

    /** The version of this shape that is written. */
    static final int FORMAT = 1;

    /** What a document means that does not name them: not written, so that it reads as it was written for ever. */
    static final String USUAL_WORKING_DAYS = "monday-to-friday";

    static final Period USUAL_GRACE = Period.ofDays(30);

    static final String SWEDEN = "sweden";
    static final String NONE = "none";
    static final String CONTRACT = "contract";
    static final String AS_LONG_AS_NECESSARY = "as-long-as-necessary";
    static final String END_OF_FISCAL_YEAR = "end-of-fiscal-year";
    static final String END_OF_CALENDAR_YEAR = "end-of-calendar-year";
    static final String FIRST_WORKING_DAY = "first-working-day-of-next-month";
    static final String CONTROLLER = "controller";
    static final String PROCESSOR = "processor";

    private static final int MOST_COPIES = 1000;
    private static final int MOST_VERSIONS = 1_000_000;

    private static final TextForm NAME =
            TextForm.matching("a name of a-z, 0-9 and -", "names of a-z, 0-9 and -", "[a-z][a-z0-9-]{0,63}");
    private static final TextForm STEP =
            TextForm.PERIOD.or(END_OF_FISCAL_YEAR, END_OF_CALENDAR_YEAR, FIRST_WORKING_DAY);

    private static final Shape WORDS = named("text", () -> PolicyShape.LOCALISED_TEXT);
    private static final Shape PERIOD = text(TextForm.PERIOD);
    private static final Shape NAMES = listOf(text(NAME));
    private static final Shape TERM = named("term", () -> PolicyShape.ANY_TERM);
    private static final Shape RULE = named("retention", () -> PolicyShape.ANY_RULE);
    private static final Shape PARTY = named("party", () -> PolicyShape.ANY_PARTY);
    private static final Shape DATED_PARTY = named("datedParty", () -> PolicyShape.ANY_DATED_PARTY);

    private static final Shape LOCALISED_TEXT = Shape.localisedText();
    private static final Shape ANY_TERM = term();
    private static final Shape ANY_RULE = rule();
    private static final Shape ANY_PARTY = fields(partyFields());
    private static final Shape ANY_DATED_PARTY = datedParty();

    /** The whole document. */
    static final Shape POLICY = fields(
            optional("$schema", text(), "Where editors find the schema; not read."),
            optional("format", wholeNumber(1, FORMAT), "The version of this format."),
            optional("version", text(TextForm.LABEL), "The version's name, such as its date."),
            optional("effectiveFrom", text(TextForm.DATE_OR_INSTANT), "From when it is in force."),
            optional("zone", text(TextForm.ZONE), "The controller's time zone."),
            optional(
                    "languages",
                    listOf(text(TextForm.LANGUAGE)),
                    "The languages in which people are told; texts without a language are in the first."),
            optional("fiscalYears", fiscalYears(), "The controller's fiscal years; those of the calendar unless told."),
            optional(
                    "workingDays",
                    text(NAME),
                    "Which days are working days, by a name such as monday-to-friday or sweden."),
            optional(
                    "shorteningGrace",
                    PERIOD,
                    "How long data are still kept after a version has shortened their term; 30 days unless told."),
            optional("controller", PARTY, "Who decides why and how data are processed (Art. 4(7) GDPR)."),
            optional("representative", PARTY, "Who represents a controller outside the Union (Art. 27 GDPR)."),
            optional("dataProtectionOfficers", listOf(DATED_PARTY), "One after the other (Art. 37-39 GDPR)."),
            optional(
                    "supervisoryAuthorities",
                    union(oneOf(SWEDEN), listOf(DATED_PARTY)),
                    "Where people may complain, one after the other (Art. 77 GDPR)."),
            optional("parties", names(NAME, PARTY), "Other parties that purposes refer to."),
            optional("rights", rights(), "How people who use their rights are answered; the law unless told."),
            optional("securityMeasures", WORDS, "How data are protected (Art. 30(1)(g) and 32 GDPR)."),
            optional("automatedDecisions", oneOf(NONE), "States that no machine decides alone (Art. 22 GDPR)."),
            optional("subjectKinds", names(NAME, WORDS), "The relations in which people can stand to the controller."),
            optional(
                    "events",
                    names(NAME, event()),
                    "What retention terms start from: clauses such as \"the case was closed\"."),
            optional("categories", names(NAME, category()), "The categories of data."),
            optional("recipients", names(NAME, recipient()), "To whom data are disclosed (Art. 4(9) GDPR)."),
            optional("purposes", names(NAME, purpose()), "Why data are processed."),
            optional(
                    "onBehalf",
                    names(NAME, onBehalf()),
                    "What is done for other controllers, as their processor (Art. 28)."),
            optional("otherPolicies", names(NAME, otherPolicy()), "Policies of others to which people are referred."));

    private PolicyShape() {}

    private static Shape fiscalYears() {
        Shape year = fields(
                required("first", text(TextForm.DATE), "Its first day."),
                required("last", text(TextForm.DATE), "Its last day."));
        return fields(
                required("end", text(TextForm.MONTH_DAY), "The month and day on which they end."),
                optional(
                        "declared",
                        listOf(year),
                        "Years of another length, in their order; later ones end on the day on which the last one ended."));
    }

    private static Shape.Field[] partyFields() {
        return new Shape.Field[] {
            required("name", text(), "The name by which it is known."),
            optional("registrationNumber", text(TextForm.LABEL), "The number in a public register."),
            optional("address", text(), "The postal address."),
            optional("email", text(), "The e-mail address."),
            optional("phone", text(TextForm.LABEL), "The telephone number."),
            optional("url", text(), "The web page.")
        };
    }

    private static Shape datedParty() {
        Shape.Field[] party = partyFields();
        Shape.Field[] dated = Arrays.copyOf(party, party.length + 2);
        dated[party.length] = optional("from", text(TextForm.DATE), "The first day; since ever unless told.");
        dated[party.length + 1] =
                optional("through", text(TextForm.DATE), "The last day; until further notice unless told.");
        return fields(dated);
    }

    private static Shape rights() {
        return fields(
                optional("told", listOf(oneOf(Right.class)), "The rights that people are told of."),
                optional("subjectKinds", NAMES, "Who may use them; everybody unless told."),
                optional("answerWithin", PERIOD, "The longest time to an answer (Art. 12(3) GDPR)."),
                optional("extension", PERIOD, "The longest extension (Art. 12(3) GDPR)."),
                optional(
                        "informWithin",
                        PERIOD,
                        "The longest time to tell people whose data came from others (Art. 14(3))."),
                optional(
                        "identity",
                        oneOf(RightsTerms.IdentityCheck.class),
                        "When proof is asked for (Art. 12(6) GDPR)."),
                optional("identityEvidenceFor", PERIOD, "How long such proof is kept at most."),
                optional("freeCopies", wholeNumber(0, MOST_COPIES), "How many copies a year are free."),
                optional(
                        "furtherCopies",
                        oneOf(RightsTerms.FurtherCopies.class),
                        "What happens beyond them (Art. 12(5))."),
                optional(
                        "pause",
                        oneOf(RightsTerms.Pause.class),
                        "How time is counted while the person is asked for more."));
    }

    private static Shape event() {
        return Shape.orInShort(
                fields(
                        optional("description", WORDS, "A clause that goes on after \"until\" and \"after\"."),
                        optional(
                                "endOf",
                                text(NAME),
                                "The subject kind whose relation ends with it; it needs no report of its own.")),
                WORDS);
    }

    private static Shape category() {
        return fields(
                optional("description", WORDS, "The category in words that a data subject understands."),
                optional("attributes", listOf(WORDS), "What belongs to it."),
                optional(
                        "sensitivity",
                        oneOf(DataCategory.Sensitivity.class),
                        "Which additional conditions the law sets."),
                optional("justification", WORDS, "Why a national number is needed, or which law allows criminal data."),
                optional(
                        "identifiability",
                        oneOf(DataCategory.Identifiability.class),
                        "How easily they lead to a person."),
                optional("source", oneOf(DataCategory.Source.class), "Where the data come from (Art. 14(2)(f) GDPR)."),
                optional("sourceDetail", WORDS, "Which source, and whether it is public."),
                optional("provision", oneOf(DataCategory.Provision.class), "Whether the person must provide them."),
                optional("refusal", WORDS, "What happens if the person does not (Art. 13(2)(e) GDPR)."),
                optional("countries", listOf(text(TextForm.COUNTRY)), "Only subjects of these countries."),
                optional("subjectKinds", NAMES, "Only subjects in one of these relations."),
                optional("maximumAge", PERIOD, "How old the data may become."));
    }

    private static Shape recipient() {
        return fields(
                optional("description", WORDS, "Who that is, by its real name where it has one."),
                optional("role", oneOf(Recipient.Role.class), "In which role it processes the data."),
                optional("country", text(TextForm.COUNTRY), "Where."),
                optional(
                        "safeguard",
                        fields(
                                required("kind", oneOf(Safeguard.Kind.class), "Which of the ways of Chapter V GDPR."),
                                optional("reference", text(), "Which decision, contract or rules.")),
                        "What protects the data in a third country."));
    }

    private static Shape purpose() {
        return fields(
                optional("description", WORDS, "The purpose in words that a data subject understands."),
                optional("basis", basis(), "Why it is lawful (Art. 6(1) GDPR)."),
                optional("nature", oneOf(Purpose.Nature.class), "What special rules apply."),
                optional("role", oneOf(CONTROLLER, PROCESSOR), "The company's own role in it."),
                optional(
                        "jointlyWith",
                        NAMES,
                        "Parties that set the purpose together with the controller (Art. 26 GDPR)."),
                optional("carriedBy", NAMES, "The subject kinds whose relation carries it."),
                optional("categories", NAMES, "The categories that it uses."),
                optional("recipients", NAMES, "The recipients to whom it discloses."),
                optional("retention", union(RULE, oneOf(AS_LONG_AS_NECESSARY)), "How long it keeps what it uses."),
                optional("retentionByCategory", names(NAME, RULE), "How long it keeps single categories."),
                optional("specialCondition", specialCondition(), "Why it may use special categories (Art. 9(2) GDPR)."),
                optional(
                        "automatedDecision",
                        fields(
                                optional("logic", WORDS, "The logic involved."),
                                optional("consequences", WORDS, "What it can mean for the person.")),
                        "A decision that only a machine makes (Art. 22 GDPR)."));
    }

    private static Shape specialCondition() {
        return fields(
                required("kind", oneOf(SpecialCondition.Kind.class), "Which of the ten conditions."),
                optional("support", text(), "The law or reference that it rests on."));
    }

    private static Shape basis() {
        Shape obligation = fields(
                optional("citation", text(), "The law and section."),
                optional("minimum", PERIOD, "How long that law orders data to be kept at least."));
        Shape interests = fields(
                optional("interest", WORDS, "Which interest is pursued (Art. 13(1)(d) GDPR)."),
                optional("assessment", text(TextForm.LABEL), "The reference of the balancing test."));
        return union(
                oneFieldOf(
                        required("consent", consent(), "Consent (a)."),
                        required("legalObligation", obligation, "A legal obligation (c)."),
                        required(
                                "vitalInterests",
                                fields(optional("situation", text(), "Which danger to life or health.")),
                                "Vital interests (d)."),
                        required(
                                "publicTask",
                                fields(optional("citation", text(), "The law and section.")),
                                "A task in the public interest (e)."),
                        required("legitimateInterests", interests, "Legitimate interests (f).")),
                oneOf(CONTRACT));
    }

    private static Shape consent() {
        Shape question = fields(
                required("version", wholeNumber(1, MOST_VERSIONS), "Raised when the meaning changes."),
                required("languages", names(TextForm.LANGUAGE, text()), "The question in each language."));
        return fields(
                required("text", question, "The question that people are asked."),
                optional("validity", PERIOD, "How long a consent lasts."),
                optional("confirmWithin", PERIOD, "How long a confirming second act may take (double opt-in)."),
                optional("ageGate", oneOf(ConsentTerms.AgeGate.class), "Whether the age must be known (Art. 8 GDPR)."),
                optional("act", oneOf(ConsentTerms.Act.class), "What people do to consent."),
                optional("refusal", oneOf(ConsentTerms.Refusal.class), "What a refusal means for people."));
    }

    private static Shape term() {
        return Shape.cases(terms());
    }

    private static Shape[] terms() {
        Shape several = listOf(TERM);
        return new Shape[] {
            fields(
                    required("from", text(NAME), "The event from which it runs."),
                    optional("then", listOf(text(STEP)), "The steps from there: periods and ends of years.")),
            fields(required("earliestOf", several, "The term that ends first.")),
            fields(required("latestOf", several, "The term that ends last."))
        };
    }

    /** A term, or one with variants or a lock. */
    private static Shape rule() {
        Shape variant = fields(
                optional(
                        "countries", listOf(text(TextForm.COUNTRY)), "Only people who live in one of these countries."),
                optional("subjectKinds", NAMES, "Only people who stand or stood in one of these relations."),
                required("term", TERM, "How long for them."));
        Shape[] terms = terms();
        Shape[] rules = Arrays.copyOf(terms, terms.length + 1);
        rules[terms.length] = fields(
                required("term", TERM, "How long, for whom no variant applies."),
                optional(
                        "variants",
                        listOf(variant),
                        "Other terms for some people; of those that apply, the longest counts."),
                optional("locked", Shape.trueOrFalse(), "Whether later versions may only lengthen it."));
        return Shape.cases(rules);
    }

    private static Shape onBehalf() {
        return fields(
                optional("description", WORDS, "The categories of processing."),
                optional("controllers", WORDS, "For whom."),
                optional("subProcessors", NAMES, "Recipients that take part."));
    }

    private static Shape otherPolicy() {
        return fields(
                optional("description", WORDS, "What happens there."),
                optional("url", text(), "Where that policy stands."));
    }
}

package org.privacyrules.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.privacyrules.calendar.FiscalYears;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.calendar.TermStep;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.Dated;
import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.LocalText;
import org.privacyrules.policy.OtherPolicy;
import org.privacyrules.policy.Party;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.ProcessingOnBehalf;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.Recipient;
import org.privacyrules.policy.RetentionEvent;
import org.privacyrules.policy.RetentionRule;
import org.privacyrules.policy.RightsTerms;
import org.privacyrules.policy.Safeguard;

/** Writes a policy as the tree that is read back as an equal one. Equal policies give equal trees, apart from the order of names. */
final class PolicyWriter {

    private PolicyWriter() {}

    static Node write(PrivacyPolicy policy) {
        return new Tree()
                .number("format", PolicyShape.FORMAT)
                .node("version", Tree.text(policy.version()))
                .node("effectiveFrom", Tree.text(start(policy.effectiveFrom(), policy.zone())))
                .node("zone", Tree.text(policy.zone().getId()))
                .listOf("languages", policy.languages(), Tree::text)
                .node("fiscalYears", fiscalYears(policy.fiscalYears()))
                .node(
                        "workingDays",
                        Optional.of(policy.workingDays())
                                .filter(name -> !name.equals(PolicyShape.USUAL_WORKING_DAYS))
                                .map(Tree::text))
                .period(
                        "shorteningGrace",
                        Optional.of(policy.shorteningGrace()).filter(grace -> !grace.equals(PolicyShape.USUAL_GRACE)))
                .node("controller", policy.controller().map(PolicyWriter::party))
                .node("representative", policy.representative().map(PolicyWriter::party))
                .listOf("dataProtectionOfficers", policy.dataProtectionOfficers(), PolicyWriter::datedParty)
                .listOf("supervisoryAuthorities", policy.supervisoryAuthorities(), PolicyWriter::datedParty)
                .mappingOf("parties", policy.parties(), PolicyWriter::party)
                .node("rights", rights(policy.rights()))
                .words("securityMeasures", policy.securityMeasures())
                .node(
                        "automatedDecisions",
                        policy.isWithoutAutomatedDecisions()
                                ? Optional.of(Tree.text(PolicyShape.NONE))
                                : Optional.empty())
                .mappingOf("subjectKinds", policy.subjectKinds(), kind -> words(kind.description()))
                .mappingOf("events", policy.events(), PolicyWriter::event)
                .mappingOf("categories", policy.categories(), PolicyWriter::category)
                .mappingOf("recipients", policy.recipients(), PolicyWriter::recipient)
                .mappingOf("purposes", policy.purposes(), PolicyWriter::purpose)
                .mappingOf("onBehalf", policy.onBehalf(), PolicyWriter::onBehalf)
                .mappingOf("otherPolicies", policy.otherPolicies(), PolicyWriter::otherPolicy)
                .build();
    }

    private static Optional<Node> fiscalYears(FiscalYears years) {
        Tree tree = new Tree()
                .node("end", Tree.text(years.regularEnd().toString().substring("--".length())))
                .listOf(
                        "declared",
                        years.declared(),
                        year -> new Tree()
                                .node("first", Tree.text(year.first().toString()))
                                .node("last", Tree.text(year.last().toString()))
                                .build());
        return years.equals(FiscalYears.calendarYears()) ? Optional.empty() : Optional.of(tree.build());
    }

    private static Node words(LocalText text) {
        return Tree.texts(text.languages());
    }

    /** A day if the version starts at midnight, which reads better and is the same instant. */
    private static String start(Instant start, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(start, zone);
        return day.atStartOfDay(zone).toInstant().equals(start) ? day.toString() : start.toString();
    }

    private static Node party(Party party) {
        return filled(party).build();
    }

    private static Tree filled(Party party) {
        return new Tree()
                .node("name", Tree.text(party.name()))
                .textIfAny("registrationNumber", party.registrationNumber())
                .textIfAny("address", party.address())
                .textIfAny("email", party.email())
                .textIfAny("phone", party.phone())
                .textIfAny("url", party.url());
    }

    private static Node datedParty(Dated<Party> dated) {
        return filled(dated.value())
                .node("from", dated.firstDay().map(day -> Tree.text(day.toString())))
                .node("through", dated.lastDay().map(day -> Tree.text(day.toString())))
                .build();
    }

    /** Written whole: what the law says today must not change what was written. */
    private static Node rights(RightsTerms rights) {
        return new Tree()
                .node(
                        "told",
                        Tree.list(rights.told().stream()
                                .map(each -> Tree.text(Shape.word(each)))
                                .toList()))
                .names("subjectKinds", rights.subjectKinds())
                .period("answerWithin", Optional.of(rights.answerWithin()))
                .period("extension", Optional.of(rights.extension()))
                .period("informWithin", Optional.of(rights.informWithin()))
                .word("identity", rights.identity())
                .period("identityEvidenceFor", Optional.of(rights.identityEvidenceFor()))
                .number("freeCopies", rights.freeCopies())
                .word("furtherCopies", rights.furtherCopies())
                .word("pause", rights.pause())
                .build();
    }

    private static Node event(RetentionEvent event) {
        return event.endOf()
                .map(kind -> new Tree()
                        .words("description", event.description())
                        .node("endOf", Tree.text(kind))
                        .build())
                .orElseGet(() -> words(event.description()));
    }

    private static Node category(DataCategory category) {
        return new Tree()
                .words("description", category.description())
                .listOf("attributes", category.attributes(), PolicyWriter::words)
                .wordUnless(DataCategory.Sensitivity.ORDINARY, "sensitivity", category.sensitivity())
                .words("justification", category.justification())
                .wordUnless(DataCategory.Identifiability.DIRECT, "identifiability", category.identifiability())
                .word("source", category.source())
                .words("sourceDetail", category.sourceDetail())
                .wordUnless(DataCategory.Provision.REQUIRED, "provision", category.provision())
                .words("refusal", category.refusal())
                .names("countries", category.countries())
                .names("subjectKinds", category.subjectKinds())
                .period("maximumAge", category.maximumAge())
                .build();
    }

    private static Node recipient(Recipient recipient) {
        return new Tree()
                .words("description", recipient.description())
                .word("role", recipient.role())
                .node("country", Tree.text(recipient.country()))
                .node("safeguard", recipient.safeguard().map(PolicyWriter::safeguard))
                .build();
    }

    private static Node safeguard(Safeguard safeguard) {
        return new Tree()
                .word("kind", safeguard.kind())
                .textIfAny("reference", safeguard.reference())
                .build();
    }

    private static Node purpose(Purpose purpose) {
        return new Tree()
                .words("description", purpose.description())
                .node("basis", basis(purpose.basis()))
                .wordUnless(Purpose.Nature.GENERAL, "nature", purpose.nature())
                .names("jointlyWith", purpose.jointControllers())
                .names("carriedBy", purpose.carriedBy())
                .names("categories", purpose.categories())
                .names("recipients", purpose.recipients())
                .node("retention", common(purpose).map(PolicyWriter::rule))
                .mappingOf("retentionByCategory", single(purpose), PolicyWriter::rule)
                .node(
                        "specialCondition",
                        purpose.specialCondition()
                                .map(condition -> new Tree()
                                        .word("kind", condition.kind())
                                        .textIfAny("support", condition.support())
                                        .build()))
                .node(
                        "automatedDecision",
                        purpose.automatedDecision()
                                .map(decision -> new Tree()
                                        .words("logic", decision.logic())
                                        .words("consequences", decision.consequences())
                                        .build()))
                .build();
    }

    /** The rule of all categories that the purpose uses, if they have one and the same. */
    private static Optional<RetentionRule> common(Purpose purpose) {
        Set<RetentionRule> rules = new HashSet<>(purpose.retention().values());
        boolean common = rules.size() == 1 && purpose.retention().keySet().equals(purpose.categories());
        return common ? rules.stream().findFirst() : Optional.empty();
    }

    private static Map<String, RetentionRule> single(Purpose purpose) {
        return common(purpose).isPresent() ? Map.of() : purpose.retention();
    }

    private static Node basis(LawfulBasis basis) {
        if (basis instanceof LawfulBasis.Contract) {
            return Tree.text(PolicyShape.CONTRACT);
        }
        if (basis instanceof LawfulBasis.Consent consent) {
            return new Tree().node("consent", consent(consent.terms())).build();
        }
        if (basis instanceof LawfulBasis.LegalObligation obligation) {
            Tree details =
                    new Tree().textIfAny("citation", obligation.citation()).period("minimum", obligation.minimum());
            return new Tree().node("legalObligation", details.build()).build();
        }
        if (basis instanceof LawfulBasis.VitalInterests interests) {
            return single("vitalInterests", "situation", interests.situation());
        }
        if (basis instanceof LawfulBasis.PublicTask task) {
            return single("publicTask", "citation", task.citation());
        }
        LawfulBasis.LegitimateInterests interests = (LawfulBasis.LegitimateInterests) basis;
        Tree details =
                new Tree().words("interest", interests.interest()).textIfAny("assessment", interests.assessment());
        return new Tree().node("legitimateInterests", details.build()).build();
    }

    private static Node single(String kind, String detail, String text) {
        return new Tree().node(kind, new Tree().textIfAny(detail, text).build()).build();
    }

    private static Node consent(ConsentTerms terms) {
        Tree question = new Tree()
                .number("version", terms.text().version())
                .node("languages", Tree.texts(terms.text().languages()));
        return new Tree()
                .node("text", question.build())
                .period("validity", terms.validity())
                .period("confirmWithin", terms.confirmWithin())
                .wordUnless(ConsentTerms.AgeGate.NONE, "ageGate", terms.ageGate())
                .wordUnless(ConsentTerms.Act.SEPARATE, "act", terms.act())
                .wordUnless(ConsentTerms.Refusal.WITHOUT_DETRIMENT, "refusal", terms.refusal())
                .build();
    }

    /** The term alone if there is nothing else to say. */
    private static Node rule(RetentionRule rule) {
        if (rule.variants().isEmpty() && !rule.locked()) {
            return term(rule.term());
        }
        return new Tree()
                .node("term", term(rule.term()))
                .listOf("variants", rule.variants(), PolicyWriter::variant)
                .node("locked", rule.locked() ? Optional.of(Tree.truth()) : Optional.empty())
                .build();
    }

    private static Node variant(RetentionRule.Variant variant) {
        return new Tree()
                .names("countries", variant.countries())
                .names("subjectKinds", variant.subjectKinds())
                .node("term", term(variant.term()))
                .build();
    }

    private static Node term(RetentionTerm term) {
        if (term instanceof RetentionTerm.EarliestOf earliest) {
            return new Tree()
                    .listOf("earliestOf", earliest.terms(), PolicyWriter::term)
                    .build();
        }
        if (term instanceof RetentionTerm.LatestOf latest) {
            return new Tree()
                    .listOf("latestOf", latest.terms(), PolicyWriter::term)
                    .build();
        }
        RetentionTerm.FromEvent chain = (RetentionTerm.FromEvent) term;
        return new Tree()
                .node("from", Tree.text(chain.event()))
                .listOf("then", chain.steps(), step -> Tree.text(step(step)))
                .build();
    }

    private static String step(TermStep step) {
        if (step instanceof TermStep.EndOfFiscalYear) {
            return PolicyShape.END_OF_FISCAL_YEAR;
        }
        if (step instanceof TermStep.EndOfCalendarYear) {
            return PolicyShape.END_OF_CALENDAR_YEAR;
        }
        return step instanceof TermStep.Plus plus ? plus.period().toString() : PolicyShape.FIRST_WORKING_DAY;
    }

    private static Node onBehalf(ProcessingOnBehalf activity) {
        return new Tree()
                .words("description", activity.description())
                .words("controllers", activity.controllers())
                .names("subProcessors", activity.subProcessors())
                .build();
    }

    private static Node otherPolicy(OtherPolicy policy) {
        return new Tree()
                .words("description", policy.description())
                .textIfAny("url", policy.url())
                .build();
    }
}

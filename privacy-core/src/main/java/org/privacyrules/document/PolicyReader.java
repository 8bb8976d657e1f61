package org.privacyrules.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.privacyrules.calendar.FiscalYears;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.calendar.TermStep;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.policy.CategoryBuilder;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.Dated;
import org.privacyrules.policy.Finding;
import org.privacyrules.policy.LocalText;
import org.privacyrules.policy.OtherPolicy;
import org.privacyrules.policy.Party;
import org.privacyrules.policy.PolicyBuilder;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.ProcessingOnBehalf;
import org.privacyrules.policy.Recipient;
import org.privacyrules.policy.RetentionRule;
import org.privacyrules.policy.Right;
import org.privacyrules.policy.RightsTerms;
import org.privacyrules.policy.Safeguard;
import org.privacyrules.policy.SupervisoryAuthorities;

/** Tells a builder what a document says. What a value's own rules refuse is a finding at its place. */
final class PolicyReader {

    private final PolicyBuilder policy = PrivacyPolicy.builder();
    private final List<Finding> findings = new ArrayList<>();

    PolicyReader(Node root) {
        Part document = Part.of(root);
        head(document);
        parties(document);
        document.node("rights").ifPresent(node -> attempt("rights", node, () -> policy.rights(rights(Part.of(node)))));
        names(document);
        document.each(
                "categories",
                (name, node) -> attempt(
                        "categories." + name,
                        node,
                        () -> policy.category(name, category -> category(category, Part.of(node)))));
        document.each(
                "recipients",
                (name, node) ->
                        attempt("recipients." + name, node, () -> policy.recipient(recipient(name, Part.of(node)))));
        document.each(
                "purposes",
                (name, node) -> attempt(
                        "purposes." + name,
                        node,
                        () -> policy.purpose(name, purpose -> new PurposeReader(Part.of(node)).tell(purpose))));
        document.each(
                "onBehalf",
                (name, node) ->
                        attempt("onBehalf." + name, node, () -> policy.onBehalf(onBehalf(name, Part.of(node)))));
        document.each(
                "otherPolicies",
                (name, node) -> attempt(
                        "otherPolicies." + name,
                        node,
                        () -> policy.otherPolicy(new OtherPolicy(
                                name,
                                Part.of(node).words("description"),
                                Part.of(node).textOrEmpty("url")))));
    }

    PolicyBuilder policy() {
        return policy;
    }

    List<Finding> findings() {
        return findings;
    }

    private void attempt(String path, Node node, Runnable telling) {
        try {
            telling.run();
        } catch (InvalidInputException e) {
            findings.add(Finding.error("INVALID_VALUE", path, e.getMessage(), "write another value", "")
                    .at(node.place()));
        }
    }

    private void head(Part document) {
        document.ifText("version", policy::version);
        document.ifText("effectiveFrom", start -> {
            if (start.endsWith("Z")) {
                policy.effectiveFrom(Instant.parse(start));
            } else {
                policy.effectiveFrom(LocalDate.parse(start));
            }
        });
        document.ifText("zone", zone -> policy.zone(ZoneId.of(zone)));
        document.node("languages").ifPresent(tags -> policy.languages(document.names("languages")));
        document.node("fiscalYears")
                .ifPresent(node -> attempt("fiscalYears", node, () -> policy.fiscalYears(fiscalYears(Part.of(node)))));
        document.ifText("workingDays", policy::workingDays);
        document.node("shorteningGrace")
                .ifPresent(node ->
                        attempt("shorteningGrace", node, () -> policy.shorteningGrace(Period.parse(Part.text(node)))));
        document.node("securityMeasures")
                .ifPresent(node -> attempt("securityMeasures", node, () -> policy.securityMeasures(Part.words(node))));
        document.ifText("automatedDecisions", none -> policy.withoutAutomatedDecisions());
    }

    private static FiscalYears fiscalYears(Part part) {
        return new FiscalYears(
                MonthDay.parse("--" + part.textOrEmpty("end")),
                part.list("declared").stream()
                        .map(Part::of)
                        .map(year -> new FiscalYears.Year(
                                LocalDate.parse(year.textOrEmpty("first")), LocalDate.parse(year.textOrEmpty("last"))))
                        .toList());
    }

    private void parties(Part document) {
        document.part("controller").map(PolicyReader::party).ifPresent(policy::controller);
        document.part("representative").map(PolicyReader::party).ifPresent(policy::representative);
        dated("dataProtectionOfficers", document.list("dataProtectionOfficers"), policy::dataProtectionOfficer);
        document.node("supervisoryAuthorities").ifPresent(node -> {
            if (node.kind() == Node.Kind.LIST) {
                dated(
                        "supervisoryAuthorities",
                        Part.elements(node),
                        authority -> policy.supervisoryAuthority(List.of(authority)));
            } else {
                policy.supervisoryAuthority(SupervisoryAuthorities.ofSweden());
            }
        });
        document.each("parties", (name, node) -> policy.party(name, party(Part.of(node))));
    }

    private void dated(String path, List<Node> nodes, Consumer<Dated<Party>> tell) {
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            attempt(path + "[" + i + "]", node, () -> tell.accept(datedParty(node)));
        }
    }

    private static Party party(Part part) {
        return new Party(
                part.textOrEmpty("name"),
                part.textOrEmpty("registrationNumber"),
                part.textOrEmpty("address"),
                part.textOrEmpty("email"),
                part.textOrEmpty("phone"),
                part.textOrEmpty("url"));
    }

    private static Dated<Party> datedParty(Node node) {
        Part part = Part.of(node);
        return new Dated<>(
                party(part),
                part.text("from").map(LocalDate::parse),
                part.text("through").map(LocalDate::parse));
    }

    private static RightsTerms rights(Part part) {
        RightsTerms law = RightsTerms.ofTheLaw();
        return new RightsTerms(
                part.node("told").map(PolicyReader::rights).orElse(law.told()),
                Set.copyOf(List.of(part.names("subjectKinds"))),
                part.period("answerWithin").orElse(law.answerWithin()),
                part.period("extension").orElse(law.extension()),
                part.period("informWithin").orElse(law.informWithin()),
                part.constant("identity", RightsTerms.IdentityCheck.class).orElse(law.identity()),
                part.period("identityEvidenceFor").orElse(law.identityEvidenceFor()),
                part.number("freeCopies").orElse(law.freeCopies()),
                part.constant("furtherCopies", RightsTerms.FurtherCopies.class).orElse(law.furtherCopies()),
                part.constant("pause", RightsTerms.Pause.class).orElse(law.pause()));
    }

    private static Set<Right> rights(Node node) {
        Set<Right> told = EnumSet.noneOf(Right.class);
        told.addAll(Part.each(node, each -> Part.constantOf(Part.text(each), Right.class)));
        return told;
    }

    private void names(Part document) {
        document.each(
                "subjectKinds",
                (name, node) ->
                        attempt("subjectKinds." + name, node, () -> policy.subjectKind(name, Part.words(node))));
        document.each("events", (name, node) -> attempt("events." + name, node, () -> event(name, node)));
    }

    private void event(String name, Node node) {
        Part part = Part.of(node);
        Optional<String> endOf = part.text("endOf");
        boolean whole = endOf.isPresent() || part.node("description").isPresent();
        LocalText description = whole ? part.words("description") : Part.words(node);
        endOf.ifPresentOrElse(
                kind -> policy.eventAtEndOf(kind, name, description), () -> policy.event(name, description));
    }

    private static void category(CategoryBuilder category, Part part) {
        category.describedAs(part.words("description"));
        part.list("attributes").forEach(attribute -> category.attributes(Part.words(attribute)));
        part.constant("sensitivity", DataCategory.Sensitivity.class).ifPresent(category::sensitivity);
        category.justifiedBy(part.words("justification"));
        part.constant("identifiability", DataCategory.Identifiability.class).ifPresent(category::identifiability);
        part.constant("source", DataCategory.Source.class)
                .ifPresent(source -> category.source(source, part.words("sourceDetail")));
        part.constant("provision", DataCategory.Provision.class)
                .filter(provision -> provision == DataCategory.Provision.VOLUNTARY)
                .ifPresent(voluntary -> category.voluntary());
        category.refusalMeans(part.words("refusal"));
        category.onlyInCountries(part.names("countries"));
        category.onlyFor(part.names("subjectKinds"));
        part.period("maximumAge").ifPresent(category::keptAtMost);
    }

    private static Recipient recipient(String name, Part part) {
        return new Recipient(
                name,
                part.words("description"),
                part.constant("role", Recipient.Role.class).orElse(Recipient.Role.PROCESSOR),
                part.textOrEmpty("country"),
                part.part("safeguard")
                        .map(safeguard -> new Safeguard(
                                Part.constantOf(safeguard.textOrEmpty("kind"), Safeguard.Kind.class),
                                safeguard.textOrEmpty("reference"))));
    }

    private static ProcessingOnBehalf onBehalf(String name, Part part) {
        return new ProcessingOnBehalf(
                name,
                part.words("description"),
                part.words("controllers"),
                Set.copyOf(List.of(part.names("subProcessors"))));
    }

    static RetentionRule rule(Node node) {
        Part part = Part.of(node);
        if (part.node("term").isEmpty()) {
            return RetentionRule.of(term(node));
        }
        return new RetentionRule(
                term(part.node("term").get()),
                part.list("variants").stream().map(PolicyReader::variant).toList(),
                part.isTrue("locked"));
    }

    private static RetentionRule.Variant variant(Node node) {
        Part part = Part.of(node);
        return new RetentionRule.Variant(
                Set.copyOf(List.of(part.names("countries"))),
                Set.copyOf(List.of(part.names("subjectKinds"))),
                term(part.node("term").orElseThrow()));
    }

    private static RetentionTerm term(Node node) {
        Part part = Part.of(node);
        if (part.node("earliestOf").isPresent()) {
            return new RetentionTerm.EarliestOf(
                    Part.each(part.node("earliestOf").get(), PolicyReader::term));
        }
        if (part.node("latestOf").isPresent()) {
            return new RetentionTerm.LatestOf(Part.each(part.node("latestOf").get(), PolicyReader::term));
        }
        List<TermStep> steps = part.list("then").stream()
                .map(Part::text)
                .map(PolicyReader::step)
                .toList();
        return new RetentionTerm.FromEvent(part.textOrEmpty("from"), steps);
    }

    private static TermStep step(String word) {
        return switch (word) {
            case PolicyShape.END_OF_FISCAL_YEAR -> new TermStep.EndOfFiscalYear();
            case PolicyShape.END_OF_CALENDAR_YEAR -> new TermStep.EndOfCalendarYear();
            case PolicyShape.FIRST_WORKING_DAY -> new TermStep.FirstWorkingDayOfNextMonth();
            default -> new TermStep.Plus(Period.parse(word));
        };
    }
}

package org.privacyrules.document;

import org.privacyrules.policy.AutomatedDecision;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.PurposeBuilder;
import org.privacyrules.policy.SpecialCondition;

/** Tells a builder what a document says of one purpose. */
final class PurposeReader {

    private final Part part;

    PurposeReader(Part part) {
        this.part = part;
    }

    void tell(PurposeBuilder purpose) {
        purpose.describedAs(part.words("description"));
        part.node("basis").map(PurposeReader::basis).ifPresent(purpose::basis);
        part.constant("nature", Purpose.Nature.class).ifPresent(purpose::nature);
        part.text("role").filter(PolicyShape.PROCESSOR::equals).ifPresent(role -> purpose.asProcessor());
        purpose.jointlyWith(part.names("jointlyWith"));
        purpose.carriedBy(part.names("carriedBy"));
        purpose.uses(part.names("categories"));
        purpose.disclosesTo(part.names("recipients"));
        retention(purpose);
        part.part("specialCondition")
                .ifPresent(condition -> purpose.specialCondition(
                        Part.constantOf(condition.textOrEmpty("kind"), SpecialCondition.Kind.class),
                        condition.textOrEmpty("support")));
        part.part("automatedDecision")
                .map(decision -> new AutomatedDecision(decision.words("logic"), decision.words("consequences")))
                .ifPresent(decision -> purpose.decidesAutomatically(decision.logic(), decision.consequences()));
    }

    private void retention(PurposeBuilder purpose) {
        part.node("retention").ifPresent(node -> {
            if (node.kind() == Node.Kind.MAPPING) {
                purpose.kept(PolicyReader.rule(node));
            } else {
                purpose.keptAsLongAsNecessary();
            }
        });
        part.each("retentionByCategory", (category, node) -> purpose.kept(category, PolicyReader.rule(node)));
    }

    private static LawfulBasis basis(Node node) {
        if (node.kind() != Node.Kind.MAPPING) {
            return new LawfulBasis.Contract();
        }
        String kind = Part.of(node).members().keySet().iterator().next();
        Part details = Part.of(node).part(kind).orElseThrow();
        return switch (kind) {
            case "consent" -> new LawfulBasis.Consent(consent(details));
            case "legalObligation" ->
                new LawfulBasis.LegalObligation(details.textOrEmpty("citation"), details.period("minimum"));
            case "vitalInterests" -> new LawfulBasis.VitalInterests(details.textOrEmpty("situation"));
            case "publicTask" -> new LawfulBasis.PublicTask(details.textOrEmpty("citation"));
            default ->
                new LawfulBasis.LegitimateInterests(details.words("interest"), details.textOrEmpty("assessment"));
        };
    }

    private static ConsentTerms consent(Part part) {
        Part question = part.part("text").orElseThrow();
        return new ConsentTerms(
                new ConsentText(
                        question.number("version").orElse(1),
                        Part.texts(question.node("languages").orElseThrow())),
                part.period("validity"),
                part.period("confirmWithin"),
                part.constant("ageGate", ConsentTerms.AgeGate.class).orElse(ConsentTerms.AgeGate.NONE),
                part.constant("act", ConsentTerms.Act.class).orElse(ConsentTerms.Act.SEPARATE),
                part.constant("refusal", ConsentTerms.Refusal.class).orElse(ConsentTerms.Refusal.WITHOUT_DETRIMENT));
    }
}

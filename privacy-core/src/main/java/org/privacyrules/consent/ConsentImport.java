package org.privacyrules.consent;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.privacyrules.calendar.Span;
import org.privacyrules.consent.ConsentEvent.Kind;
import org.privacyrules.consent.ConsentEvent.Origin;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.policy.PolicyVersions;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose;
import org.privacyrules.storage.Chunks;
import org.privacyrules.storage.Transactions;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;

/** Takes over answers that another system recorded. */
final class ConsentImport {

    /** What protects people comes first, so that an import cut short never leaves a consent without the objection to it. */
    private static final Comparator<ImportedConsent> PROTECTION_FIRST =
            Comparator.comparing(ImportedConsent::isYes).thenComparing(ImportedConsent::subject);

    private final PolicyVersions policies;
    private final ConsentStore store;
    private final Transactions transactions;
    private final Instant now;

    ConsentImport(PolicyVersions policies, ConsentStore store, Transactions transactions, Instant now) {
        this.policies = policies;
        this.store = store;
        this.transactions = transactions;
        this.now = now;
    }

    ImportReport record(List<ImportedConsent> answers) {
        for (int i = 0; i < answers.size(); i++) {
            requireInThePast(answers.get(i), i);
        }
        List<ConsentEvent> events =
                answers.stream().sorted(PROTECTION_FIRST).map(this::event).toList();
        ImportReport report = new ImportReport(0, 0, 0);
        for (List<ConsentEvent> chunk :
                Chunks.bySubject(events, each -> each.entry().subject())) {
            report = recordChunk(chunk, report);
        }
        return report;
    }

    private void requireInThePast(ImportedConsent answer, int index) {
        if (answer.happenedAt().isAfter(now)) {
            throw new InvalidInputException(
                    "imported consent, number " + index + " of the list: happened in the future, check its time zone");
        }
    }

    private ImportReport recordChunk(List<ConsentEvent> chunk, ImportReport before) {
        List<Recorded> recorded = transactions.inTransaction(transaction ->
                chunk.stream().map(event -> store.record(transaction, event)).toList());
        ImportReport report = before;
        for (int i = 0; i < chunk.size(); i++) {
            report = report.plus(recorded.get(i).repeated(), chunk.get(i).kind() == Kind.UNPROVEN);
        }
        return report;
    }

    private ConsentEvent event(ImportedConsent answer) {
        PrivacyPolicy policy = policies.inForceAt(now);
        OptionalInt text = textVersion(answer);
        boolean unproven = answer.isYes() && text.isEmpty();
        return ConsentEvent.create(
                operation(answer, unproven),
                answer.subject(),
                now,
                policy.version(),
                answer.purpose(),
                unproven ? Kind.UNPROVEN : Kind.of(answer.status()),
                Origin.IMPORTED,
                span(answer, policy),
                text.orElse(0),
                answer.evidence().actor().role() == Actor.Role.GUARDIAN,
                answer.evidence());
    }

    /** A record that says something else than at the last import is another command. */
    private static OperationId operation(ImportedConsent answer, boolean unproven) {
        return OperationId.derived(answer.evidence().source(), answer.sourceId())
                .step(answer.purpose() + " " + answer.status() + " " + answer.happenedAt() + " " + unproven);
    }

    private OptionalInt textVersion(ImportedConsent answer) {
        return answer.evidence()
                .shownText()
                .map(hash -> policies.textVersion(answer.purpose(), hash))
                .orElseGet(OptionalInt::empty);
    }

    private Span span(ImportedConsent answer, PrivacyPolicy policy) {
        Purpose declared = policies.lastDeclared(answer.purpose(), now)
                .orElseThrow(() -> UnknownNameException.of("purpose", answer.purpose(), policies.purposeNames(now)));
        return declared.consentTerms()
                .filter(terms -> answer.isYes())
                .map(terms -> Consents.span(answer.happenedAt(), terms.validity(), policy))
                .orElseGet(() -> Span.from(answer.happenedAt()));
    }
}

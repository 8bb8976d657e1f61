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
import org.privacyrules.storage.Transactions;
import org.privacyrules.subject.OperationId;

/** Takes over answers that another system recorded. */
final class ConsentImport {

    static final int CHUNK = 500;

    /** What protects people comes first, so that an import cut short never leaves a consent without the objection to it. */
    private static final Comparator<ImportedConsent> PROTECTION_FIRST = Comparator.comparing(
                    (ImportedConsent answer) -> answer.status() == ConsentStatus.GIVEN)
            .thenComparing(ImportedConsent::subject);

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
        List<ConsentEvent> events =
                answers.stream().sorted(PROTECTION_FIRST).map(this::event).toList();
        ImportReport report = new ImportReport(0, 0, 0);
        for (int from = 0; from < events.size(); from += CHUNK) {
            report = recordChunk(events.subList(from, Math.min(events.size(), from + CHUNK)), report);
        }
        return report;
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
        if (answer.happenedAt().isAfter(now)) {
            throw new InvalidInputException(
                    "imported consent " + answer.sourceId() + ": happened in the future, check its time zone");
        }
        PrivacyPolicy policy = policies.inForceAt(now);
        OptionalInt text = textVersion(answer);
        boolean unproven = answer.status() == ConsentStatus.GIVEN && text.isEmpty();
        return ConsentEvent.create(
                OperationId.derived(answer.evidence().source(), answer.sourceId()),
                answer.subject(),
                now,
                policy.version(),
                answer.purpose(),
                unproven ? Kind.UNPROVEN : Kind.of(answer.status()),
                Origin.IMPORTED,
                span(answer, policy),
                text.orElse(0),
                answer.evidence());
    }

    private OptionalInt textVersion(ImportedConsent answer) {
        return answer.evidence()
                .shownText()
                .map(hash -> policies.textVersion(answer.purpose(), hash))
                .orElseGet(OptionalInt::empty);
    }

    private Span span(ImportedConsent answer, PrivacyPolicy policy) {
        Purpose declared = policies.lastDeclared(answer.purpose(), now)
                .orElseThrow(() -> UnknownNameException.of("purpose", answer.purpose(), policies.purposeNames()));
        return declared.consentTerms()
                .filter(terms -> answer.status() == ConsentStatus.GIVEN)
                .map(terms -> Consents.validity(answer.happenedAt(), terms, policy))
                .orElseGet(() -> Span.from(answer.happenedAt()));
    }
}

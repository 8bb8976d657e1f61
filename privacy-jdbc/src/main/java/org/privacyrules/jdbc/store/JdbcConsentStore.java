package org.privacyrules.jdbc.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.privacyrules.consent.ConsentEvent;
import org.privacyrules.consent.ConsentEvent.Origin;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.consent.ConsentStore;
import org.privacyrules.consent.VisitorMerge;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.jdbc.sql.JdbcTransaction;
import org.privacyrules.jdbc.sql.StateRow;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.SubjectId;

/** Where consents are kept. */
final class JdbcConsentStore implements ConsentStore {

    private final JdbcAppender appender;
    private final JdbcKnownSubjects knownSubjects;

    JdbcConsentStore(JdbcAppender appender, JdbcKnownSubjects knownSubjects) {
        this.appender = appender;
        this.knownSubjects = knownSubjects;
    }

    @Override
    public Recorded record(Transaction transaction, ConsentEvent event) {
        if (event.dependsOnState()) {
            return appender.append(transaction, event.entry(), JdbcConsentStore::stateAfter);
        }
        StateRow state = StateRow.of(event.purpose(), ConsentState.NONE.after(event, 0));
        return appender.append(transaction, event.entry(), state, event.origin() == Origin.DIRECT);
    }

    private static Optional<StateRow> stateAfter(KnownSubject known, StoredEntry stored) {
        ConsentEvent event = ConsentEvent.read(stored);
        ConsentState before = known.consent(event.purpose());
        ConsentState after = before.after(event, stored.sequence());
        return after.equals(before) ? Optional.empty() : Optional.of(StateRow.of(event.purpose(), after));
    }

    @Override
    public Recorded merge(Transaction transaction, VisitorMerge merge) {
        JdbcTransaction open = JdbcTransaction.of(transaction);
        appender.lock(open, List.of(merge.visitor(), merge.account()), merge.at());
        boolean onVisitor = appender.isRecorded(open, merge.visitor(), merge.operation());
        if (onVisitor != appender.isRecorded(open, merge.account(), merge.operation())) {
            throw JournalEntry.reused(merge.operation());
        }
        List<ConsentEvent> events =
                onVisitor ? List.of() : merge.events(consents(open, merge.visitor()), consents(open, merge.account()));
        Recorded merged = record(transaction, merge.merged(merge.account()));
        events.stream().skip(1).forEach(event -> record(transaction, event));
        return merged;
    }

    private Map<String, ConsentState> consents(JdbcTransaction transaction, SubjectId subject) {
        return knownSubjects.find(transaction, subject).consents();
    }
}

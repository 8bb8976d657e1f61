package org.privacyrules.jdbc;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.privacyrules.consent.ConsentEvent;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.consent.ConsentStore;
import org.privacyrules.consent.VisitorMerge;
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
        return appender.append(transaction, event.entry(), this::stateAfter);
    }

    private Optional<StateRow> stateAfter(Connection connection, StoredEntry stored) {
        ConsentEvent event = ConsentEvent.read(stored);
        ConsentState before = event.dependsOnState()
                ? consents(connection, event.entry().subject()).getOrDefault(event.purpose(), ConsentState.NONE)
                : ConsentState.NONE;
        ConsentState after = before.after(event, stored.sequence());
        return after.equals(before) ? Optional.empty() : Optional.of(StateRow.of(event.purpose(), after));
    }

    private Map<String, ConsentState> consents(Connection connection, SubjectId subject) {
        return knownSubjects.locked(connection, subject).consents();
    }

    @Override
    public Recorded merge(Transaction transaction, VisitorMerge merge) {
        appender.lock(transaction, List.of(merge.visitor(), merge.account()), merge.at());
        Connection connection = JdbcTransaction.connection(transaction);
        boolean onVisitor = isRecorded(connection, merge.visitor(), merge);
        if (onVisitor != isRecorded(connection, merge.account(), merge)) {
            throw JournalEntry.reused(merge.operation());
        }
        List<ConsentEvent> events = onVisitor
                ? List.of()
                : merge.events(consents(connection, merge.visitor()), consents(connection, merge.account()));
        Recorded merged = record(transaction, merge.merged(merge.account()));
        events.stream().skip(1).forEach(event -> record(transaction, event));
        return merged;
    }

    private boolean isRecorded(Connection connection, SubjectId subject, VisitorMerge merge) {
        return appender.find(connection, subject, merge.operation()).isPresent();
    }
}

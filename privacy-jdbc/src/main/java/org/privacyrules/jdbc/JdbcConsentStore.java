package org.privacyrules.jdbc;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.privacyrules.consent.ConsentEvent;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.consent.ConsentStore;
import org.privacyrules.consent.VisitorMerge;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.storage.Transaction;

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
        return appender.append(
                transaction, event.entry(), (connection, sequence) -> stateAfter(connection, event, sequence));
    }

    private Optional<StateRow> stateAfter(Connection connection, ConsentEvent event, long sequence) {
        ConsentState before = event.dependsOnState()
                ? knownSubjects.locked(connection, event.entry().subject()).consent(event.purpose())
                : ConsentState.NONE;
        ConsentState after = before.after(event, sequence);
        return after == before ? Optional.empty() : Optional.of(StateRow.of(event.purpose(), after));
    }

    @Override
    public Recorded merge(Transaction transaction, VisitorMerge merge) {
        appender.lock(transaction, List.of(merge.visitor(), merge.account()));
        Recorded merged = record(transaction, merge.merged());
        if (!merged.repeated()) {
            Connection connection = JdbcTransaction.connection(transaction);
            List<ConsentEvent> events = merge.events(
                    knownSubjects.locked(connection, merge.visitor()).consents(),
                    knownSubjects.locked(connection, merge.account()).consents());
            events.stream().skip(1).forEach(event -> record(transaction, event));
        }
        return merged;
    }
}

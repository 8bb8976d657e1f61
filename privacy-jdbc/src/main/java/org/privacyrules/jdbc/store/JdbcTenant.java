package org.privacyrules.jdbc.store;

import java.time.Duration;
import java.util.Optional;
import org.privacyrules.TenantStorage;
import org.privacyrules.consent.ConsentStore;
import org.privacyrules.decision.KnownSubjects;
import org.privacyrules.disposal.DisposalStore;
import org.privacyrules.document.PolicyStore;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.fact.FactState;
import org.privacyrules.fact.FactStore;
import org.privacyrules.hold.HoldStore;
import org.privacyrules.hold.RestrictionEvent;
import org.privacyrules.hold.RestrictionStore;
import org.privacyrules.jdbc.sql.Connections;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.JdbcTransactions;
import org.privacyrules.jdbc.sql.StateRow;
import org.privacyrules.ledger.Journal;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.storage.Transaction;
import org.privacyrules.storage.Transactions;
import org.privacyrules.subject.Tenant;

/** One tenant's ports on one database. */
public final class JdbcTenant implements TenantStorage {

    private final JdbcTransactions transactions;
    private final JdbcAppender appender;
    private final JdbcConsentStore consents;
    private final JdbcKnownSubjects knownSubjects;
    private final JdbcJournal journal;
    private final JdbcPolicies policies;
    private final JdbcHolds holds;
    private final JdbcDisposals disposals;

    public JdbcTenant(Connections connections, Dialect dialect, Duration patience, Tenant tenant) {
        transactions = new JdbcTransactions(connections, dialect);
        knownSubjects = new JdbcKnownSubjects(connections, dialect, tenant);
        journal = new JdbcJournal(connections, dialect, transactions, tenant);
        policies = new JdbcPolicies(connections, dialect, tenant);
        appender = new JdbcAppender(dialect, knownSubjects, journal, tenant);
        consents = new JdbcConsentStore(appender, knownSubjects);
        holds = new JdbcHolds(connections, dialect, appender, patience, tenant);
        disposals = new JdbcDisposals(connections, dialect, appender, journal, tenant);
    }

    private Recorded record(Transaction transaction, FactEvent event) {
        if (event.dependsOnState()) {
            return appender.append(
                    transaction,
                    event.entry(),
                    (known, stored) -> Optional.of(
                            StateRow.of(event, known.fact(event.fact()).after(event, stored.sequence()))));
        }
        return appender.append(transaction, event.entry(), StateRow.of(event, FactState.NONE.after(event, 0)), false);
    }

    private Recorded record(Transaction transaction, RestrictionEvent event) {
        return appender.append(transaction, event.entry(), StateRow.of(event), true);
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public FactStore facts() {
        return this::record;
    }

    @Override
    public ConsentStore consents() {
        return consents;
    }

    @Override
    public RestrictionStore restrictions() {
        return this::record;
    }

    @Override
    public HoldStore holds() {
        return holds;
    }

    @Override
    public DisposalStore disposals() {
        return disposals;
    }

    @Override
    public KnownSubjects knownSubjects() {
        return knownSubjects;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public PolicyStore policies() {
        return policies;
    }
}

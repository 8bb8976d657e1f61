package org.privacyrules.jdbc;

import java.sql.Connection;
import java.util.Optional;
import javax.sql.DataSource;
import org.privacyrules.TenantStorage;
import org.privacyrules.consent.ConsentStore;
import org.privacyrules.decision.KnownSubjects;
import org.privacyrules.document.PolicyStore;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.fact.FactState;
import org.privacyrules.fact.FactStore;
import org.privacyrules.hold.RestrictionStore;
import org.privacyrules.ledger.Journal;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.storage.Transactions;
import org.privacyrules.subject.Tenant;

/** One tenant's ports on one data source. */
final class JdbcTenant implements TenantStorage {

    private final JdbcTransactions transactions;
    private final JdbcConsentStore consents;
    private final FactStore facts;
    private final RestrictionStore restrictions;
    private final JdbcKnownSubjects knownSubjects;
    private final JdbcJournal journal;
    private final JdbcPolicies policies;

    JdbcTenant(DataSource dataSource, Tenant tenant) {
        JdbcAppender appender = new JdbcAppender(tenant);
        transactions = new JdbcTransactions(dataSource);
        knownSubjects = new JdbcKnownSubjects(dataSource, tenant);
        journal = new JdbcJournal(dataSource, tenant);
        policies = new JdbcPolicies(dataSource, tenant);
        consents = new JdbcConsentStore(appender, knownSubjects);
        facts = (transaction, event) -> appender.append(
                transaction, event.entry(), (connection, stored) -> factAfter(connection, event, stored));
        restrictions = (transaction, event) -> appender.append(
                transaction, event.entry(), (connection, stored) -> Optional.of(StateRow.of(event, stored)));
    }

    private Optional<StateRow> factAfter(Connection connection, FactEvent event, StoredEntry stored) {
        FactState before = event.dependsOnState()
                ? knownSubjects.locked(connection, event.entry().subject()).fact(event.fact())
                : FactState.NONE;
        return Optional.of(StateRow.of(event.fact(), before.after(event, stored.sequence())));
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public FactStore facts() {
        return facts;
    }

    @Override
    public ConsentStore consents() {
        return consents;
    }

    @Override
    public RestrictionStore restrictions() {
        return restrictions;
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

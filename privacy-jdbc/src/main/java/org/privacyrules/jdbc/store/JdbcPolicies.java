package org.privacyrules.jdbc.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.privacyrules.document.PolicyStore;
import org.privacyrules.document.Publication;
import org.privacyrules.document.StoredPolicy;
import org.privacyrules.jdbc.sql.Connections;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.JdbcCalls;
import org.privacyrules.jdbc.sql.JdbcTransaction;
import org.privacyrules.jdbc.sql.Times;
import org.privacyrules.policy.ContentHash;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.Tenant;

/** Where the published versions of the policy are kept. */
final class JdbcPolicies implements PolicyStore {

    private static final String READ = "read the policies";
    private static final String PUBLISH = "publish a policy";

    private final Connections connections;
    private final Dialect dialect;
    private final byte[] tenant;

    JdbcPolicies(Connections connections, Dialect dialect, Tenant tenant) {
        this.connections = connections;
        this.dialect = dialect;
        this.tenant = tenant.toBytes();
    }

    @Override
    public List<StoredPolicy> all() {
        return distinct(connections.read(READ, dialect.policies, JdbcPolicies::read, tenant));
    }

    @Override
    public List<StoredPolicy> lockAll(Transaction transaction) {
        JdbcTransaction open = JdbcTransaction.of(transaction);
        lock(open);
        return distinct(connections.read(open, READ, dialect.policies, JdbcPolicies::read, tenant));
    }

    /** Inside the host's transaction a version is read on both connections. */
    private static List<StoredPolicy> distinct(List<StoredPolicy> read) {
        return read.stream()
                .distinct()
                .sorted(Comparator.comparing(StoredPolicy::effectiveFrom))
                .toList();
    }

    /** Makes the guard row or writes it: MariaDB counts that as 1 or 2 rows. */
    private void lock(JdbcTransaction transaction) {
        transaction.begin();
        JdbcCalls.change(transaction.connection(), PUBLISH, dialect.lockPolicies, tenant);
    }

    /** Whoever holds the guard row can look before it writes: nobody else writes in between. */
    @Override
    public Publication publish(Transaction transaction, StoredPolicy policy) {
        JdbcTransaction open = JdbcTransaction.of(transaction);
        lock(open);
        Publication answer = Publication.of(policy, sharing(open, policy));
        if (answer == Publication.STORED_NOW) {
            insert(open.connection(), policy);
        }
        return answer;
    }

    private List<StoredPolicy> sharing(JdbcTransaction transaction, StoredPolicy policy) {
        return connections.read(
                transaction,
                PUBLISH,
                dialect.policiesLike,
                JdbcPolicies::read,
                tenant,
                policy.version().getBytes(UTF_8),
                Times.column(policy.effectiveFrom()));
    }

    private void insert(Connection connection, StoredPolicy policy) {
        JdbcCalls.changeOne(
                connection,
                PUBLISH,
                dialect.insertPolicy,
                tenant,
                policy.version().getBytes(UTF_8),
                Times.column(policy.effectiveFrom()),
                policy.hash().hex(),
                policy.document(),
                Times.column(policy.publishedAt()));
    }

    private static StoredPolicy read(ResultSet row) throws SQLException {
        return new StoredPolicy(
                new String(row.getBytes("version"), UTF_8),
                Times.read(row, "effective_from"),
                new ContentHash(row.getString("hash")),
                row.getString("document"),
                Times.read(row, "published_at"));
    }
}

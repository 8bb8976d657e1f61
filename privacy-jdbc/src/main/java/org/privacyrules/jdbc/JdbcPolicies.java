package org.privacyrules.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.privacyrules.document.PolicyStore;
import org.privacyrules.document.Publication;
import org.privacyrules.document.StoredPolicy;
import org.privacyrules.policy.ContentHash;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.Tenant;

/** Where the published versions of the policy are kept. */
final class JdbcPolicies implements PolicyStore {

    private static final String READ = "read the policies";
    private static final String PUBLISH = "publish a policy";

    private final DataSource dataSource;
    private final byte[] tenant;

    JdbcPolicies(DataSource dataSource, Tenant tenant) {
        this.dataSource = dataSource;
        this.tenant = tenant.toBytes();
    }

    @Override
    public List<StoredPolicy> all() {
        return JdbcCalls.read(dataSource, READ, H2Sql.POLICIES, JdbcPolicies::read, tenant);
    }

    @Override
    public List<StoredPolicy> lockAll(Transaction transaction) {
        Connection connection = JdbcTransaction.connection(transaction);
        lock(connection);
        return JdbcCalls.query(connection, READ, H2Sql.POLICIES, JdbcPolicies::read, tenant);
    }

    private void lock(Connection connection) {
        JdbcCalls.changeOne(connection, PUBLISH, H2Sql.LOCK_POLICIES, tenant);
    }

    /** Whoever holds the guard row can look before it writes: nobody else writes in between. */
    @Override
    public Publication publish(Transaction transaction, StoredPolicy policy) {
        Connection connection = JdbcTransaction.connection(transaction);
        lock(connection);
        Publication answer = Publication.of(policy, sharing(connection, policy));
        if (answer == Publication.STORED_NOW) {
            insert(connection, policy);
        }
        return answer;
    }

    private List<StoredPolicy> sharing(Connection connection, StoredPolicy policy) {
        return JdbcCalls.query(
                connection,
                PUBLISH,
                H2Sql.POLICIES_LIKE,
                JdbcPolicies::read,
                tenant,
                policy.version().getBytes(UTF_8),
                Times.column(policy.effectiveFrom()));
    }

    private void insert(Connection connection, StoredPolicy policy) {
        JdbcCalls.changeOne(
                connection,
                PUBLISH,
                H2Sql.INSERT_POLICY,
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

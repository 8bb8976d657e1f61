package org.privacyrules.jdbc.holds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.privacyrules.TenantStorage;
import org.privacyrules.hold.Hold;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.holds.Race.Step;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.Tenant;

/** Destroys what is due: a chunk in a transaction. One of it is used by one thread. */
abstract class Sweeper {

    final TenantStorage ports;

    Sweeper(TenantStorage ports) {
        this.ports = ports;
    }

    /** Sweeps a chunk in a transaction of the library's own. */
    void sweep(Race race, int number) {
        ports.transactions().inTransaction(transaction -> {
            sweep(race, number, transaction, Stores.connection(transaction));
            return true;
        });
    }

    /** Sweeps a chunk in the host's transaction, which the host commits. */
    void sweep(Race race, int number, Connection host) {
        ports.transactions().inTransaction(transaction -> {
            sweep(race, number, transaction, host);
            return true;
        });
    }

    private void sweep(Race race, int number, Transaction transaction, Connection connection) {
        try {
            race.reach(Step.BEGUN);
            destroy(race, number, transaction, connection);
            race.reach(Step.HAS_DELETED);
        } catch (SQLException e) {
            throw new HostFailure(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes what is due and not held, and tells when it knows the holds. */
    abstract void destroy(Race race, int number, Transaction transaction, Connection connection)
            throws SQLException, InterruptedException;

    static void deleteFree(Connection connection, Race race, int number, List<Hold> holds) throws SQLException {
        List<Item> free = HostTable.due(connection, race.number(), number).stream()
                .filter(item -> holds.stream().noneMatch(hold -> item.isCoveredBy(hold.scope())))
                .toList();
        HostTable.delete(connection, race.number(), number, free);
    }

    /** The host's own statement failed. */
    static final class HostFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final SQLException failure;

        HostFailure(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }

    /** As it is documented: the gate, the holds of the epoch, the rows. */
    static final class ByTheProtocol extends Sweeper {

        private long epoch = -1;
        private List<Hold> holds = List.of();

        ByTheProtocol(TenantStorage ports) {
            super(ports);
        }

        @Override
        void destroy(Race race, int number, Transaction transaction, Connection connection)
                throws SQLException, InterruptedException {
            long now = ports.holds().enterGate(transaction);
            if (now != epoch) {
                holds = ports.holds().active(transaction);
                epoch = now;
            }
            race.reach(Step.KNOWS_THE_HOLDS);
            deleteFree(connection, race, number, holds);
        }
    }

    /** The planted bug: one statement is taken for safe. */
    static final class InOneStatement extends Sweeper {

        private final Tenant tenant;
        private final String subjectBytes;

        /** The subject's column has to be turned into the bytes that we store. */
        InOneStatement(TenantStorage ports, Tenant tenant, String subjectBytes) {
            super(ports);
            this.tenant = tenant;
            this.subjectBytes = subjectBytes;
        }

        @Override
        void destroy(Race race, int number, Transaction transaction, Connection connection)
                throws SQLException, InterruptedException {
            race.reach(Step.KNOWS_THE_HOLDS);
            try (PreparedStatement statement = connection.prepareStatement("""
                    delete from host_item
                    where race = ? and sweeper = ? and due_on <= date '2026-01-01' and not exists (
                      select 1 from privacy_hold h where h.tenant = ? and h.released_at is null
                        and (h.subject_key is null or h.subject_key = %s)
                        and (h.category is null or h.category = host_item.category))
                    """.formatted(subjectBytes))) {
                statement.setInt(1, race.number());
                statement.setInt(2, number);
                statement.setBytes(3, tenant.toBytes());
                statement.executeUpdate();
            }
        }
    }

    /** The planted bug: the holds are read, and then the gate is entered. */
    static final class HoldsBeforeTheGate extends Sweeper {

        HoldsBeforeTheGate(TenantStorage ports) {
            super(ports);
        }

        @Override
        void destroy(Race race, int number, Transaction transaction, Connection connection)
                throws SQLException, InterruptedException {
            List<Hold> holds = ports.holds().active();
            race.reach(Step.KNOWS_THE_HOLDS);
            long unused = ports.holds().enterGate(transaction);
            deleteFree(connection, race, number, holds);
        }
    }

    /** The planted bug: the holds are read once and kept, and the epoch is not looked at. */
    static final class WithoutTheEpoch extends Sweeper {

        private final List<Hold> holds;

        WithoutTheEpoch(TenantStorage ports) {
            super(ports);
            this.holds = ports.holds().active();
        }

        @Override
        void destroy(Race race, int number, Transaction transaction, Connection connection)
                throws SQLException, InterruptedException {
            long unused = ports.holds().enterGate(transaction);
            race.reach(Step.KNOWS_THE_HOLDS);
            deleteFree(connection, race, number, holds);
        }
    }
}

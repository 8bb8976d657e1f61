package org.privacyrules.jdbc.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;

/** Writes a command in four statements: guard row, journal row, state row, pending row. */
abstract class StepwiseDialect extends Dialect {

    /** Parameters: ref, operation, entry, sequence, recorded at, clock, kind, policy version, purpose, payload, format. */
    private final String insertJournal;

    /** Parameters: entry, ref, operation. */
    private final String insertPending;

    /** Locks the gate row, from whoever closes the gate at least. Parameters: tenant. */
    private final String shareGate;

    /** Makes the gate row if it is not there. Parameters: tenant. */
    private final String makeGate;

    StepwiseDialect(TableNames names, String lockPolicies, String raiseEpoch, String sharing, String makeGate) {
        super(names, lockPolicies, raiseEpoch);
        insertJournal = named(insertJournal(marks(11)));
        insertPending = named(insertPending(marks(3)));
        shareGate = gate + " " + sharing;
        this.makeGate = named(makeGate);
    }

    /**
     * The gate is its row: one that is not there would keep nobody out. It is looked for without a lock, because to lock what is not
     * there may keep other tenants from making theirs.
     */
    @Override
    public final long enterGate(JdbcTransaction transaction, Connections connections, byte[] tenant) {
        Connection connection = transaction.connection();
        if (epochs(connection, gate, tenant).isEmpty()) {
            JdbcCalls.change(connection, ENTER_GATE, makeGate, tenant);
        }
        return epochs(connection, shareGate, tenant).get(0);
    }

    private static List<Long> epochs(Connection connection, String sql, byte[] tenant) {
        return JdbcCalls.query(connection, ENTER_GATE, sql, row -> row.getLong(1), tenant);
    }

    static String insertJournal(String values) {
        return """
                insert into privacy_journal
                  (ref, operation_id, entry_id, seq, recorded_at, clock_at, kind, policy_version, purpose, payload, format)
                values (%s)""".formatted(values);
    }

    static String insertPending(String values) {
        return "insert into privacy_ledger_pending (entry_id, ref, operation_id) values (%s)".formatted(values);
    }

    /** A guard row that is locked and has counted the command. */
    @SuppressWarnings("ArrayRecordComponent") // bound once, never compared
    record Bumped(byte[] ref, Written written) {}

    /**
     * Locks the guard row, or makes it, and gives the command its sequence and instant.
     *
     * @return empty if the operation was recorded before; an adapter may leave that to the journal's key
     */
    abstract Optional<Bumped> bump(Connection connection, Command command);

    /**
     * Parameters: tenant, key, aspect, status, sequence, since, until, text version, guardian, pending text version, pending
     * until, pending guardian, value.
     */
    abstract String putState();

    /** Whether a statement failed because the row is there already, and the transaction can go on. */
    abstract boolean isDuplicate(SQLException e);

    @Override
    public Optional<Written> write(JdbcTransaction transaction, Command command) {
        transaction.begin();
        return bump(transaction.connection(), command)
                .filter(bumped -> insertJournal(transaction.connection(), command, bumped))
                .map(bumped -> putStateAndPending(transaction.connection(), command, bumped));
    }

    private boolean insertJournal(Connection connection, Command command, Bumped bumped) {
        JournalEntry entry = command.entry();
        try (PreparedStatement statement = connection.prepareStatement(insertJournal)) {
            JdbcCalls.bind(
                    connection,
                    statement,
                    bumped.ref(),
                    uuid(entry.operation().value()),
                    uuid(entry.id().value()),
                    bumped.written().sequence(),
                    Times.column(bumped.written().recordedAt()),
                    Times.column(entry.at()),
                    entry.kind(),
                    entry.policyVersion(),
                    entry.purpose(),
                    entry.payload().canonical(),
                    Payload.FORMAT);
            JdbcCalls.requireOne(command.operation(), statement.executeUpdate());
            return true;
        } catch (SQLException e) {
            if (isDuplicate(e)) {
                return false;
            }
            throw JdbcFailure.of(command.operation(), e);
        }
    }

    private Written putStateAndPending(Connection connection, Command command, Bumped bumped) {
        StateRow state = command.state();
        if (state != null) {
            Instant from = bumped.written().recordedAt();
            putState(connection, command, command.countsFromRecording() ? state.notBefore(from) : state, bumped);
        }
        JdbcCalls.changeOne(
                connection,
                command.operation(),
                insertPending,
                uuid(command.entry().id().value()),
                bumped.ref(),
                uuid(command.entry().operation().value()));
        return bumped.written();
    }

    private void putState(Connection connection, Command command, StateRow state, Bumped bumped) {
        @Nullable Object[] columns = StateRow.columns(state);
        JdbcCalls.change(
                connection,
                command.operation(),
                putState(),
                JdbcCalls.joined(
                        new Object[] {
                            command.guard().tenant(),
                            command.guard().key(),
                            aspect(state.aspect()),
                            state.status(),
                            bumped.written().sequence()
                        },
                        Arrays.copyOfRange(columns, 2, columns.length)));
    }
}

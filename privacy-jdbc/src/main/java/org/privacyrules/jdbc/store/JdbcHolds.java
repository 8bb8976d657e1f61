package org.privacyrules.jdbc.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.privacyrules.failure.StorageException;
import org.privacyrules.hold.Hold;
import org.privacyrules.hold.Hold.Release;
import org.privacyrules.hold.HoldEvent;
import org.privacyrules.hold.HoldRelease;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.hold.HoldStore;
import org.privacyrules.jdbc.sql.Connections;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.JdbcCalls;
import org.privacyrules.jdbc.sql.JdbcFailure;
import org.privacyrules.jdbc.sql.JdbcTransaction;
import org.privacyrules.jdbc.sql.Times;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.FreeText;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Where legal holds are kept, behind the tenant's gate. */
final class JdbcHolds implements HoldStore {

    private static final String READ = "read the holds";
    private static final String PLACE = "place a hold";
    private static final String RELEASE = "release a hold";

    /** H2's lock timeout, which it also has where two wait for each other; for the gate nobody does. */
    private static final int H2_LOCK_TIMEOUT = 50200;

    private final Connections connections;
    private final Dialect dialect;
    private final JdbcAppender appender;
    private final Duration patience;
    private final byte[] tenant;

    JdbcHolds(Connections connections, Dialect dialect, JdbcAppender appender, Duration patience, Tenant tenant) {
        this.connections = connections;
        this.dialect = dialect;
        this.appender = appender;
        this.patience = patience;
        this.tenant = tenant.toBytes();
    }

    @Override
    public Recorded place(Transaction transaction, HoldEvent event) {
        JdbcTransaction open = closeGate(transaction, "the hold is not placed");
        Hold hold = event.hold();
        Optional<Hold> stored = find(open, hold.id());
        stored.ifPresent(event::requireRepeatOf);
        Recorded recorded = appender.append(transaction, event.entry());
        if (stored.isEmpty()) {
            insert(open.connection(), hold.placedAt(recorded.at()));
        }
        return recorded;
    }

    @Override
    public Recorded release(Transaction transaction, HoldRelease release) {
        JdbcTransaction open = closeGate(transaction, "the hold still stands");
        Hold stored = find(open, release.hold()).orElseThrow(release::unknown);
        JournalEntry entry = release.entry(stored);
        if (!stored.active() && !appender.isRecorded(open, entry.subject(), entry.operation())) {
            throw release.unknown();
        }
        Recorded recorded = appender.append(transaction, entry);
        if (stored.active()) {
            update(open.connection(), stored.id(), release.endedAt(recorded.at()));
        }
        return recorded;
    }

    private JdbcTransaction closeGate(Transaction transaction, String outcome) {
        JdbcTransaction open = JdbcTransaction.of(transaction);
        open.begin();
        open.waitAtMost(patience);
        return patiently(outcome, () -> {
            dialect.closeGate(open.connection(), tenant);
            return open;
        });
    }

    @Override
    public long enterGate(Transaction transaction) {
        JdbcTransaction open = JdbcTransaction.of(transaction);
        open.begin();
        open.waitAtMost(patience);
        return patiently("nothing was destroyed", () -> dialect.enterGate(open, connections, tenant));
    }

    /** Whoever has waited for the gate long enough has waited for people, and is not tried again. */
    private static <T> T patiently(String outcome, Supplier<T> waiting) {
        try {
            return waiting.get();
        } catch (StorageException e) {
            if (JdbcFailure.BUSY.is(e) || e.vendorCode() == H2_LOCK_TIMEOUT) {
                throw JdbcFailure.BUSY.exception(
                        "waited too long for the gate between holds and those who destroy, " + outcome + ": try again",
                        e);
            }
            throw e;
        }
    }

    private Optional<Hold> find(JdbcTransaction open, OperationId id) {
        List<Hold> found = dialect.readInsideGate(
                open, connections, READ, dialect.hold, this::read, tenant, dialect.uuid(id.value()));
        return distinct(found).stream().findFirst();
    }

    @Override
    public List<Hold> active() {
        return stillActive(connections.read(READ, activeHolds(), this::read, tenant));
    }

    @Override
    public List<Hold> all() {
        return distinct(connections.read(READ, dialect.holds, this::read, tenant));
    }

    @Override
    public List<Hold> active(Transaction transaction) {
        JdbcTransaction open = JdbcTransaction.of(transaction);
        return stillActive(dialect.readInsideGate(open, connections, READ, activeHolds(), this::read, tenant));
    }

    /** The host's snapshot may have a hold that was released since: only its row tells. */
    private String activeHolds() {
        return connections.mayJoin() ? dialect.holds : dialect.activeHolds;
    }

    private static List<Hold> stillActive(List<Hold> read) {
        return distinct(read).stream().filter(Hold::active).toList();
    }

    /** Inside the host's transaction a hold is read on both connections. One that is released never stands again. */
    private static List<Hold> distinct(List<Hold> read) {
        Map<OperationId, Hold> byId = new LinkedHashMap<>();
        read.forEach(hold -> byId.merge(hold.id(), hold, (one, other) -> one.active() ? other : one));
        return byId.values().stream()
                .sorted(Comparator.comparing(Hold::placedAt))
                .toList();
    }

    private void insert(Connection connection, Hold hold) {
        JdbcCalls.changeOne(
                connection,
                PLACE,
                dialect.insertHold,
                tenant,
                dialect.uuid(hold.id().value()),
                hold.matter(),
                hold.scope().subject().map(SubjectId::toBytes).orElse(null),
                hold.scope().category().orElse(null),
                hold.reason().text(),
                hold.placedBy().role().name(),
                hold.placedBy().reference(),
                Times.column(hold.placedAt()),
                hold.reviewOn(),
                null,
                null,
                null,
                null);
    }

    private void update(Connection connection, OperationId id, Release release) {
        JdbcCalls.changeOne(
                connection,
                RELEASE,
                dialect.releaseHold,
                Times.column(release.at()),
                release.by().role().name(),
                release.by().reference(),
                release.reason().text(),
                tenant,
                dialect.uuid(id.value()));
    }

    private Hold read(ResultSet row) throws SQLException {
        return new Hold(
                new OperationId(dialect.readUuid(row, "hold_id")),
                row.getString("matter"),
                new HoldScope(
                        Optional.ofNullable(row.getBytes("subject_key")).map(SubjectId::ofBytes),
                        Optional.ofNullable(row.getString("category"))),
                new FreeText(row.getString("reason")),
                actor(row, "placed_by"),
                Times.read(row, "placed_at"),
                row.getObject("review_on", LocalDate.class),
                released(row));
    }

    private static Optional<Release> released(ResultSet row) throws SQLException {
        Instant at = Times.readOptional(row, "released_at");
        return at == null
                ? Optional.empty()
                : Optional.of(
                        new Release(at, actor(row, "released_by"), new FreeText(row.getString("release_reason"))));
    }

    private static Actor actor(ResultSet row, String columns) throws SQLException {
        return new Actor(Actor.Role.valueOf(row.getString(columns + "_role")), row.getString(columns + "_reference"));
    }
}

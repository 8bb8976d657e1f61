package org.privacyrules.jdbc.holds;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.privacyrules.PrivacyRules;
import org.privacyrules.TenantStorage;
import org.privacyrules.contract.Fixture;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.holds.Sweeper.HostFailure;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.Tenant;

/** Holds that are placed while sweepers sweep, race by race, and what was lost. */
final class Races implements AutoCloseable {

    private static final int SWEEPERS = 2;
    private static final int ATTEMPTS = 50;
    private static final int HANG_SECONDS = 60;
    private static final ThreadLocal<Connection> HOSTS = new ThreadLocal<>();

    private final Optional<Integer> isolation;
    private final PrivacyRules rules;
    private final Connection own;
    private final List<Connection> hosts = new ArrayList<>();
    private final List<Sweeper> sweepers = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(SWEEPERS + 1);
    private final List<Race> standing = new ArrayList<>();
    private final Set<Counted> counted = new HashSet<>();
    private final List<String> losses = new ArrayList<>();
    private int kept;
    private int swept;

    /** An item that was there when a hold on it had been acknowledged. */
    private record Counted(int race, Item item) {}

    /**
     * Races of a tenant of their own.
     *
     * @param isolation that of the host's transactions in which is swept; empty: in the library's own
     * @param kind makes a sweeper
     */
    Races(TestDatabase database, Optional<Integer> isolation, BiFunction<TenantStorage, Tenant, Sweeper> kind)
            throws SQLException {
        this.isolation = isolation;
        Tenant tenant = new Tenant(UUID.randomUUID().toString());
        SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(1)));
        rules = Fixture.rules(JdbcStorage.on(database.dataSource()), tenant.name(), clock);
        own = database.unpooled().getConnection();
        TenantStorage ports = JdbcStorage.builder(database.dataSource())
                .joining(() -> Optional.ofNullable(HOSTS.get()))
                .readingBeside(database.dataSource())
                .build()
                .forTenant(tenant);
        for (int i = 0; i < SWEEPERS; i++) {
            sweepers.add(kind.apply(ports, tenant));
            hosts.add(database.unpooled().getConnection());
            hosts.get(i).setTransactionIsolation(isolation.orElse(Connection.TRANSACTION_READ_COMMITTED));
            hosts.get(i).setAutoCommit(false);
        }
    }

    /** What was destroyed though it was held. */
    List<String> losses() {
        return losses;
    }

    /** In how many races something was left for the hold to keep. */
    int kept() {
        return kept;
    }

    /** In how many races something had been swept before the hold was acknowledged. */
    int swept() {
        return swept;
    }

    /** Runs races, until something is lost or they have been run. */
    Races run(int first, int races, Duration patience) throws Exception {
        for (int i = first; i < first + races && losses.isEmpty(); i++) {
            run(new Race(i, patience, new Random(i)));
        }
        for (Race race : standing) {
            check(race);
        }
        return this;
    }

    private void run(Race race) throws Exception {
        HostTable.fill(own, race.number(), SWEEPERS, List.of(race.subject(), race.bystander()));
        long before = HostTable.items(own, race.number()).stream()
                .filter(item -> item.isCoveredBy(race.scope()))
                .count();
        List<Future<Boolean>> sweeping = new ArrayList<>();
        for (int i = 0; i < SWEEPERS; i++) {
            int number = i;
            sweeping.add(threads.submit(() -> sweep(race, number)));
        }
        OperationId hold = threads.submit(() -> place(race)).get(HANG_SECONDS, TimeUnit.SECONDS);
        for (Future<Boolean> each : sweeping) {
            each.get(HANG_SECONDS, TimeUnit.SECONDS);
        }
        long there =
                counted.stream().filter(each -> each.race() == race.number()).count();
        kept += there > 0 ? 1 : 0;
        swept += there < before ? 1 : 0;
        check(race);
        if (race.scope().subject().isPresent()) {
            standing.add(race);
        } else {
            rules.holds().release(hold, Fixture.release());
            forget(race);
        }
    }

    private void forget(Race race) throws SQLException {
        HostTable.clear(own, race.number());
        counted.removeIf(each -> each.race() == race.number());
    }

    private OperationId place(Race race) throws Exception {
        race.awaitStart();
        OperationId hold = rules.holds()
                .place("race", race.scope(), "a claim", LocalDate.of(2027, 1, 1), Actor.staff("7"))
                .operation();
        HostTable.items(own, race.number()).stream()
                .filter(item -> item.isCoveredBy(race.scope()))
                .forEach(item -> counted.add(new Counted(race.number(), item)));
        race.counted();
        return hold;
    }

    private boolean sweep(Race race, int number) throws SQLException {
        if (isolation.isEmpty()) {
            sweepers.get(number).sweep(race, number);
            return true;
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (sweptInHosts(race, number)) {
                return true;
            }
        }
        throw new IllegalStateException("lost against others " + ATTEMPTS + " times");
    }

    /** A host repeats its transaction when it has lost against another one. */
    private boolean sweptInHosts(Race race, int number) throws SQLException {
        Connection host = hosts.get(number);
        HOSTS.set(host);
        try {
            sweepers.get(number).sweep(race, number, host);
            host.commit();
            return true;
        } catch (StorageException e) {
            requireConflict(e.code().equals("STORAGE_CONFLICT"), e);
        } catch (HostFailure e) {
            requireConflict(isConflict(e.failure()), e);
        } catch (SQLException e) {
            requireConflict(isConflict(e), e);
        } finally {
            HOSTS.remove();
            host.rollback();
        }
        return false;
    }

    private static boolean isConflict(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("40") || e.getErrorCode() == 1020;
    }

    private static void requireConflict(boolean conflict, Exception e) {
        if (!conflict) {
            throw new IllegalStateException(e);
        }
    }

    private void check(Race race) throws SQLException {
        List<Item> left = HostTable.items(own, race.number());
        counted.stream()
                .filter(each -> each.race() == race.number() && !left.contains(each.item()))
                .forEach(each ->
                        losses.add("race " + race.number() + ": " + each.item() + " was lost in spite of a hold on "
                                + race.scope().category().orElse("all")));
    }

    @Override
    public void close() throws SQLException {
        threads.shutdownNow();
        for (Connection host : hosts) {
            host.close();
        }
        own.close();
    }
}

package org.privacyrules.disposal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.privacyrules.TenantStorage;
import org.privacyrules.failure.StorageException;
import org.privacyrules.hold.Hold;
import org.privacyrules.hold.HoldEvent;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.FreeText;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

class KnownHoldsTest {

    private static final SubjectId ANNA = SubjectId.of("anna");

    private final TenantStorage storage = MemoryStorage.create().forTenant(new Tenant("shop"));
    private final AtomicBoolean failing = new AtomicBoolean();

    /** A store that fails when it is asked for restrictions, as often as it is told to. */
    private DisposalStore failing() {
        return (DisposalStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DisposalStore.class}, (self, method, arguments) -> {
                    if (method.getName().equals("restricted") && failing.getAndSet(false)) {
                        throw new StorageException("STORAGE_FAILED", "the line was cut", "read", "08006", 0);
                    }
                    try {
                        return method.invoke(storage.disposals(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void a_failure_in_the_middle_of_reading_what_is_kept_loses_no_hold() {
        Hold hold = new Hold(
                OperationId.random(),
                "case 7",
                HoldScope.of(ANNA),
                new FreeText("a claim"),
                Actor.staff("7"),
                Instant.EPOCH,
                LocalDate.of(2040, 1, 1),
                Optional.empty());
        storage.transactions().inTransaction(open -> storage.holds().place(open, HoldEvent.placed(hold, "1")));
        KnownHolds known = new KnownHolds(storage.holds(), failing());
        failing.set(true);
        assertThrows(StorageException.class, () -> storage.transactions().inTransaction(known::enter));
        KeptSubjects kept = storage.transactions().inTransaction(known::enter);
        assertTrue(kept.keeps(ANNA, "log"));
    }
}

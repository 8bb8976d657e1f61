package org.privacyrules.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.hold.RestrictionEvent;
import org.privacyrules.hold.RestrictionEvent.Ground;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** What a storage's transactions must keep. */
public abstract class TransactionsContract extends StoreContract {

    /** Makes the suite. */
    protected TransactionsContract() {}

    private RestrictionEvent event(SubjectId subject) {
        return RestrictionEvent.placed(
                OperationId.random(), subject, clock.instant(), "1", Ground.UNLAWFUL, Actor.staff("7"));
    }

    @Test
    void what_the_work_returns_is_returned() {
        assertEquals("done", store().transactions().inTransaction(transaction -> "done"));
    }

    @Test
    void several_writes_are_committed_together() {
        store().transactions().inTransaction(transaction -> {
            store().restrictions().record(transaction, event(subject("alice")));
            return store().restrictions().record(transaction, event(subject("bob")));
        });
        assertTrue(store().knownSubjects().find(subject("alice")).restricted());
        assertTrue(store().knownSubjects().find(subject("bob")).restricted());
    }

    @Test
    void nothing_remains_of_work_that_throws() {
        nothingRemainsAfter(new IllegalStateException("planned"));
    }

    @Test
    void nothing_remains_of_work_that_throws_an_error() {
        nothingRemainsAfter(new StackOverflowError("planned"));
    }

    private void nothingRemainsAfter(Throwable planned) {
        SubjectId alice = subject("alice");
        Throwable thrown = assertThrows(
                planned.getClass(),
                () -> store().transactions().inTransaction(transaction -> {
                    store().restrictions().record(transaction, event(alice));
                    if (planned instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) planned;
                }));
        assertSame(planned, thrown);
        assertEquals(KnownSubject.NOTHING, store().knownSubjects().find(alice));
        assertTrue(history(alice).isEmpty());
    }

    @Test
    void nothing_is_seen_before_the_commit() {
        SubjectId alice = subject("alice");
        store().transactions().inTransaction(transaction -> {
            store().restrictions().record(transaction, event(alice));
            assertEquals(KnownSubject.NOTHING, store().knownSubjects().find(alice));
            return true;
        });
        assertTrue(store().knownSubjects().find(alice).restricted());
    }
}

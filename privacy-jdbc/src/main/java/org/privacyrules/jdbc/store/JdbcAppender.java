package org.privacyrules.jdbc.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.jdbc.sql.Command;
import org.privacyrules.jdbc.sql.Command.Guard;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.Dialect.Written;
import org.privacyrules.jdbc.sql.JdbcTransaction;
import org.privacyrules.jdbc.sql.StateRow;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Writes one command of a subject: all of it or nothing, once. */
final class JdbcAppender {

    private final Dialect dialect;
    private final JdbcKnownSubjects knownSubjects;
    private final JdbcJournal journal;
    private final byte[] tenant;

    JdbcAppender(Dialect dialect, JdbcKnownSubjects knownSubjects, JdbcJournal journal, Tenant tenant) {
        this.dialect = dialect;
        this.knownSubjects = knownSubjects;
        this.journal = journal;
        this.tenant = tenant.toBytes();
    }

    /** The state row that a command leaves on what is known of its subject. */
    @FunctionalInterface
    interface Fold {
        Optional<StateRow> after(KnownSubject known, StoredEntry stored);
    }

    /** Writes a command that leaves no state of its subject. */
    Recorded append(Transaction transaction, JournalEntry entry) {
        Guard guard = Guard.of(tenant, entry.subject());
        return write(JdbcTransaction.of(transaction), new Command(guard, entry, null, false));
    }

    /** Writes a command that decides its state alone; the state may begin no earlier than the command is recorded. */
    Recorded append(Transaction transaction, JournalEntry entry, StateRow state, boolean countsFromRecording) {
        Guard guard = Guard.of(tenant, entry.subject());
        return write(JdbcTransaction.of(transaction), new Command(guard, entry, state, countsFromRecording));
    }

    /** Writes a command whose state depends on what was known before: behind the subject's lock, so that nothing comes between. */
    Recorded append(Transaction transaction, JournalEntry entry, Fold fold) {
        JdbcTransaction open = JdbcTransaction.of(transaction);
        open.begin();
        Guard guard = Guard.of(tenant, entry.subject());
        Written last = dialect.lock(open.connection(), guard, entry.at());
        Instant at = last.recordedAt().isAfter(entry.at()) ? last.recordedAt() : entry.at();
        StoredEntry stored = new StoredEntry(entry, last.sequence() + 1, at);
        StateRow state =
                fold.after(knownSubjects.find(open, entry.subject()), stored).orElse(null);
        return write(open, new Command(guard, entry, state, false));
    }

    private Recorded write(JdbcTransaction transaction, Command command) {
        JournalEntry entry = command.entry();
        transaction.writes(entry.operation());
        return dialect.write(transaction, command)
                .map(written -> new StoredEntry(entry, written.sequence(), written.recordedAt()).answer(false))
                .orElseGet(() -> repeated(transaction, entry));
    }

    /** An earlier try of the same call is no repetition: it wrote this very entry, and only its answer was lost. */
    private Recorded repeated(JdbcTransaction transaction, JournalEntry entry) {
        StoredEntry stored = journal.find(transaction, entry.subject(), entry.operation())
                .orElseThrow(() -> JournalEntry.reused(entry.operation()));
        entry.requireRepeatOf(stored.entry());
        boolean byThisCall = transaction.mayBeDone() && stored.entry().id().equals(entry.id());
        return stored.answer(!byThisCall);
    }

    boolean isRecorded(JdbcTransaction transaction, SubjectId subject, OperationId operation) {
        return journal.find(transaction, subject, operation).isPresent();
    }

    /** Locks subjects in the order of the keys, so that two merges cannot wait for each other. */
    void lock(JdbcTransaction transaction, List<SubjectId> subjects, Instant at) {
        transaction.begin();
        subjects.stream()
                .sorted()
                .forEach(subject -> dialect.lock(transaction.connection(), Guard.of(tenant, subject), at));
    }
}

package org.privacyrules.disposal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.privacyrules.disposal.DisposalPlan.Planned;
import org.privacyrules.disposal.Disposals.Notes;
import org.privacyrules.disposal.Disposals.Ports;
import org.privacyrules.disposal.FoundRows.Cursor;
import org.privacyrules.disposal.FoundRows.Row;
import org.privacyrules.disposal.SweepReport.Outcome;
import org.privacyrules.disposal.SweepReport.Reason;
import org.privacyrules.disposal.SweepReport.SourceReport;
import org.privacyrules.disposal.SweepReport.Stop;
import org.privacyrules.disposal.SweepReport.Swept;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.retention.DueRules;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** One sweep. */
final class Sweep {

    private static final int FIRST_CHUNK = 1_000;
    private static final int SMALLEST_CHUNK = 100;

    /** For how many chunks rows are looked up at once. */
    private static final int CHUNKS_FOUND = 20;

    private static final int MOST_FOUND = 100_000;

    /** How often data are gone through in vain if others have locked some of them. */
    private static final int IDLE_PASSES = 2;

    private final Disposals disposals;
    private final Ports ports;
    private final List<PersonalData> sources;
    private final SweepLimits limits;
    private final SweepProgress progress;
    private final Instant startedAt;
    private final DueRules rules;
    private final KnownHolds holds;
    private final Stopwatch stopwatch = new Stopwatch();
    private final List<Swept> swept = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private long rows;

    Sweep(
            Disposals disposals,
            Ports ports,
            List<PersonalData> sources,
            SweepLimits limits,
            SweepProgress progress,
            Instant startedAt) {
        this.disposals = disposals;
        this.ports = ports;
        this.sources = sources;
        this.limits = limits;
        this.progress = progress;
        this.startedAt = startedAt;
        rules = ports.retention().rulesAt(startedAt);
        holds = new KnownHolds(ports.holds(), ports.store());
    }

    SweepReport run() {
        Optional<Payload> last = ports.store().note(Notes.SWEEP);
        Brake brake = new Brake(limits, disposals.baseline(), last.flatMap(note -> note.instant(Notes.STARTED)));
        DisposalPlan plan = planned();
        boolean approved = limits.approval()
                .filter(approval -> approval.plan().equals(plan.id()))
                .isPresent();
        if (!approved) {
            stops.addAll(brake.stops(plan, startedAt));
        }
        if (!stops.isEmpty()) {
            remainStopped(last.flatMap(note -> note.instant(Notes.STARTED)));
            return report(Outcome.STOPPED, plan, List.of());
        }
        begin(plan, approved);
        for (Planned each : plan.data()) {
            if (stops.isEmpty()) {
                new DataSweep(each, ceiling(each, plan, brake, approved)).run();
            }
        }
        List<SourceReport> elsewhere =
                stops.isEmpty() ? new SourceSweep(ports, sources, rules, holds, this::isOutOfTime).run() : List.of();
        return end(plan, elsewhere);
    }

    /** The plan that was made last, if nothing it rests on has changed; to be approved it must be that one. */
    private DisposalPlan planned() {
        return disposals.remembered(Notes.PLAN).filter(this::stillHolds).orElseGet(disposals::plan);
    }

    private boolean stillHolds(DisposalPlan plan) {
        Set<String> names = new TreeSet<>();
        ports.tables().mapped().forEach(data -> names.add(data.name()));
        Set<String> known = new TreeSet<>();
        plan.data().forEach(planned -> known.add(planned.data().name()));
        return names.equals(known)
                && plan.policyVersion().equals(rules.policy().version())
                && plan.today().equals(LocalDate.ofInstant(startedAt, rules.zone()))
                && !plan.at().isAfter(startedAt);
    }

    /** What is disposed of at most before somebody looks again: the plan may be some hours old, but not wrong. */
    private long ceiling(Planned planned, DisposalPlan plan, Brake brake, boolean approved) {
        long due = planned.tally().due();
        long ceiling = due + due / 10 + limits.unasked();
        return approved
                ? ceiling
                : Math.max(ceiling, brake.allowed(planned.data().name(), plan));
    }

    private void begin(DisposalPlan plan, boolean approved) {
        inTransaction(transaction -> {
            ports.store().note(transaction, Notes.SWEEP, Payload.of(Map.of(Notes.STARTED, startedAt.toString())));
            if (approved) {
                JournalEntry entry = DisposalEvent.approved(
                        plan.id(),
                        startedAt,
                        plan.policyVersion(),
                        limits.approval().orElseThrow().permit().actor());
                ports.store().record(transaction, entry);
            }
        });
    }

    /** The clock is that of the sweep before: one that is wrong must not become the measure. */
    private void remainStopped(Optional<Instant> clock) {
        Map<String, String> members = new HashMap<>();
        clock.ifPresent(at -> members.put(Notes.STARTED, at.toString()));
        members.put(Notes.STOPPED, startedAt.toString());
        inTransaction(transaction -> ports.store().note(transaction, Notes.SWEEP, Payload.of(members)));
    }

    /** What went beyond its plan is planned anew before anything else goes. */
    private void forgetPlan() {
        inTransaction(transaction -> ports.store().note(transaction, Notes.PLAN, Payload.of(Map.of())));
    }

    private SweepReport end(DisposalPlan plan, List<SourceReport> elsewhere) {
        if (!stops.isEmpty()) {
            remainStopped(Optional.of(startedAt));
            forgetPlan();
            return report(Outcome.STOPPED, plan, elsewhere);
        }
        boolean all = swept.size() == plan.data().size() && swept.stream().allMatch(Swept::finished);
        if (all && !isOutOfTime()) {
            inTransaction(transaction -> {
                ports.store().note(transaction, Notes.BASELINE, PlanNotes.write(plan));
                ports.store().note(transaction, Notes.FINISHED, Payload.of(Map.of(Notes.AT, startedAt.toString())));
            });
            return report(Outcome.FINISHED, plan, elsewhere);
        }
        return report(isOutOfTime() || isOutOfRows() ? Outcome.PAUSED : Outcome.BUSY, plan, elsewhere);
    }

    private SweepReport report(Outcome outcome, DisposalPlan plan, List<SourceReport> elsewhere) {
        return new SweepReport(outcome, plan, stops, swept, elsewhere, startedAt, stopwatch.elapsed());
    }

    private void inTransaction(Consumer<Transaction> work) {
        ports.transactions().inTransaction(transaction -> {
            work.accept(transaction);
            return startedAt;
        });
    }

    private boolean isOutOfTime() {
        return stopwatch.elapsed().compareTo(limits.time()) >= 0;
    }

    private boolean isOutOfRows() {
        return rows >= limits.rows();
    }

    /** What is done inside the gate. */
    @FunctionalInterface
    private interface Disposing {
        Optional<Chunk> dispose(Transaction transaction, Consumer<byte[]> gone);
    }

    /** The sweep of one kind of data. */
    private final class DataSweep {

        private final Planned planned;
        private final DueData due;
        private final long ceiling;
        private int size = Math.min(limits.chunk(), FIRST_CHUNK);
        private long disposed;
        private long chunks;
        private long kept;
        private long found;
        private KeptSubjects keptLast = KeptSubjects.NONE;

        DataSweep(Planned planned, long ceiling) {
            this.planned = planned;
            this.ceiling = ceiling;
            due = DueData.of(planned.data(), rules);
        }

        void run() {
            emptyWholes();
            boolean finished = false;
            int idle = 0;
            while (idle < IDLE_PASSES && !finished && goesOn()) {
                kept = 0;
                found = 0;
                long before = disposed;
                boolean atEnd = pass();
                idle = disposed == before ? idle + 1 : 0;
                finished = atEnd
                        && (isAllSettled(disposed - before) || !ports.tables().hasDue(due, keptLast));
            }
            swept.add(new Swept(planned.data(), disposed, chunks, kept, finished));
        }

        private void emptyWholes() {
            Iterator<String> wholes = ports.tables().findWholes(due).iterator();
            while (wholes.hasNext() && goesOn() && !isAllKept()) {
                String whole = wholes.next();
                disposed(new Attempt(
                        (transaction, gone) -> ports.tables().empty(transaction, due, keptLast, whole, room(), gone)));
            }
        }

        /** How many rows may go at most. */
        private long room() {
            return Math.min(limits.rows() - rows, Math.max(1, ceiling - disposed + 1));
        }

        /** Whether a pass changed nothing and met nothing but what is kept. What has gone may have let go of other rows. */
        private boolean isAllSettled(long gone) {
            return (gone == 0 && kept == found) || isAllKept();
        }

        private boolean isAllKept() {
            return due.data().categories().stream().anyMatch(keptLast::keepsAllOf);
        }

        private boolean goesOn() {
            return stops.isEmpty() && !isOutOfTime() && !isOutOfRows();
        }

        /** Goes through the rows once; false if a limit came first. */
        private boolean pass() {
            Optional<Cursor> at = Optional.empty();
            do {
                FoundRows next = ports.tables().find(due, at, lookAhead());
                found += next.rows().size();
                int done = 0;
                while (done < next.rows().size() && !isAllKept()) {
                    if (!goesOn()) {
                        return false;
                    }
                    int end = Math.min(next.rows().size(), done + limit());
                    chunk(next.rows().subList(done, end));
                    done = end;
                }
                at = next.next();
            } while (at.isPresent() && !isAllKept() && goesOn());
            return at.isEmpty() || isAllKept();
        }

        private int lookAhead() {
            int most = Math.max(limits.chunk(), Math.min(limits.chunk() * CHUNKS_FOUND, MOST_FOUND));
            return (int) Math.min(most, limits.rows() - rows);
        }

        private int limit() {
            return (int) Math.min(size, room());
        }

        private void chunk(List<Row> next) {
            Stopwatch watch = new Stopwatch();
            disposed(new Attempt((transaction, gone) ->
                    Optional.of(ports.tables().dispose(transaction, due, keptLast, next, gone))));
            resize(watch.elapsed(), next.size());
        }

        private void disposed(Attempt attempt) {
            kept += ports.transactions().inTransaction(attempt::run).kept();
            long count = attempt.count;
            rows += count;
            disposed += count;
            if (count > 0) {
                chunks++;
                progress.at(planned.data(), disposed, planned.tally().due());
            }
            if (disposed > ceiling) {
                stops.add(new Stop(
                        Reason.MORE_THAN_FORESEEN,
                        planned.data().name() + ": " + disposed + " rows went already, and "
                                + planned.tally().due() + " were planned: make a new plan and look at it"));
            }
        }

        private void resize(Duration took, int looked) {
            if (looked < size) {
                return;
            }
            if (took.compareTo(limits.chunkTime()) > 0) {
                size = Math.max(Math.min(SMALLEST_CHUNK, limits.chunk()), size / 2);
            } else if (took.multipliedBy(2).compareTo(limits.chunkTime()) < 0) {
                size = Math.min(limits.chunk(), size * 2);
            }
        }

        /** One transaction, which may be run again: what an earlier run has committed is not done twice. */
        private final class Attempt {

            private final OperationId operation = OperationId.random();
            private final Disposing disposing;
            private boolean again;
            private long count;

            Attempt(Disposing disposing) {
                this.disposing = disposing;
            }

            Chunk run(Transaction transaction) {
                keptLast = holds.enter(transaction);
                Optional<Long> before = again ? earlierRun(transaction) : Optional.empty();
                again = true;
                if (before.isPresent()) {
                    count = before.get();
                    return Chunk.NOTHING;
                }
                count = 0;
                if (isAllKept()) {
                    return Chunk.NOTHING;
                }
                GoneRows gone = new GoneRows();
                Optional<Chunk> chunk = disposing.dispose(transaction, gone);
                if (chunk.isPresent() && gone.count() > 0) {
                    count = gone.count();
                    ports.store()
                            .record(
                                    transaction,
                                    DisposalEvent.swept(
                                            operation, startedAt, rules.policy().version(), due, chunk.get(), gone));
                }
                return chunk.orElse(Chunk.NOTHING);
            }

            private Optional<Long> earlierRun(Transaction transaction) {
                return ports.store()
                        .recorded(transaction, SubjectId.NOBODY, operation)
                        .flatMap(stored -> DisposalEvent.count(stored.entry()));
            }
        }
    }
}

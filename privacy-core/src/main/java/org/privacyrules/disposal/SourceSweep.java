package org.privacyrules.disposal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.decision.KnownSubjects.Listed;
import org.privacyrules.disposal.DisposalTask.Status;
import org.privacyrules.disposal.Disposals.Ports;
import org.privacyrules.disposal.PersonalData.Answer;
import org.privacyrules.disposal.SweepReport.SourceReport;
import org.privacyrules.hold.Hold;
import org.privacyrules.retention.DueRules;
import org.privacyrules.retention.Keeping;
import org.privacyrules.retention.Keeping.Fate;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** The part of a sweep outside the database: announces what is due there, and has it disposed of until it is confirmed. */
final class SourceSweep {

    private static final int PAGE = 200;

    /** After so many tries somebody must look. */
    private static final int TRIES = 10;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private final Ports ports;
    private final List<PersonalData> sources;
    private final DueRules rules;
    private final KnownHolds holds;
    private final BooleanSupplier outOfTime;

    SourceSweep(Ports ports, List<PersonalData> sources, DueRules rules, KnownHolds holds, BooleanSupplier outOfTime) {
        this.ports = ports;
        this.sources = sources;
        this.rules = rules;
        this.holds = holds;
        this.outOfTime = outOfTime;
    }

    List<SourceReport> run() {
        List<SourceReport> reports = new ArrayList<>();
        if (sources.isEmpty()) {
            return reports;
        }
        long[] announced = announce();
        for (int i = 0; i < sources.size(); i++) {
            reports.add(new Calls(sources.get(i)).run(announced[i]));
        }
        return reports;
    }

    /** Looks at every subject of whom anything is known. */
    private long[] announce() {
        long[] announced = new long[sources.size()];
        List<Hold> active = ports.holds().active();
        Optional<SubjectId> after = Optional.empty();
        List<Listed> page = ports.knownSubjects().list(rules.aspects(), after);
        while (!page.isEmpty() && !outOfTime.getAsBoolean()) {
            for (Listed listed : page) {
                for (int i = 0; i < sources.size(); i++) {
                    announced[i] += announce(sources.get(i), listed, active);
                }
            }
            after = Optional.of(page.get(page.size() - 1).subject());
            page = ports.knownSubjects().list(rules.aspects(), after);
        }
        return announced;
    }

    private long announce(PersonalData source, Listed listed, List<Hold> active) {
        long count = 0;
        for (String category : source.categories()) {
            Keeping keeping = ports.retention()
                    .of(listed.subject(), listed.known(), active)
                    .of(category);
            if (keeping.fate() == Fate.DUE && keeping.everJustified()) {
                count += announce(source, listed.subject(), keeping) ? 1 : 0;
            }
        }
        return count;
    }

    private boolean announce(PersonalData source, SubjectId subject, Keeping keeping) {
        Instant dueFrom = keeping.dueFrom().orElseThrow();
        Optional<DisposalTask> known = ports.store().task(source.name(), subject, keeping.category());
        boolean isNew = known.filter(task -> !task.dueFrom().isBefore(dueFrom)).isEmpty();
        if (isNew) {
            DisposalTask task = new DisposalTask(
                    source.name(),
                    subject,
                    keeping.category(),
                    OperationId.random(),
                    Status.ANNOUNCED,
                    dueFrom,
                    0,
                    rules.at());
            ports.transactions().inTransaction(transaction -> {
                ports.store()
                        .record(
                                transaction,
                                DisposalEvent.announced(
                                        task, rules.at(), rules.policy().version()));
                ports.store().put(transaction, task);
                return task;
            });
        }
        return isNew;
    }

    /** The calls to one source. */
    private final class Calls {

        private final PersonalData source;
        private long confirmed;
        private long failed;

        Calls(PersonalData source) {
            this.source = source;
        }

        SourceReport run(long announced) {
            boolean more = true;
            while (more && !outOfTime.getAsBoolean()) {
                List<DisposalTask> open = ports.store().openTasks(source.name(), rules.at(), PAGE);
                open.forEach(this::call);
                more = open.size() == PAGE;
            }
            Map<Status, Long> counts = ports.store().taskCounts(source.name());
            return new SourceReport(
                    source.name(),
                    announced,
                    confirmed,
                    failed,
                    counts.getOrDefault(Status.ANNOUNCED, 0L) + counts.getOrDefault(Status.DONE, 0L),
                    counts.getOrDefault(Status.PARKED, 0L));
        }

        /** Inside the gate to the end: no hold is placed between the last look and the call. */
        private void call(DisposalTask task) {
            KnownSubject known = ports.knownSubjects().find(task.subject());
            OperationId confirmation = OperationId.random();
            Status now = ports.transactions().inTransaction(transaction -> {
                KeptSubjects kept = holds.enter(transaction);
                DisposalTask after = kept.keeps(task.subject(), task.category()) || !isDue(task, known)
                        ? task.with(task.status(), task.attempts(), rules.at().plus(FIRST_PAUSE))
                        : after(task, answer(task));
                ports.store().put(transaction, after);
                if (after.status() == Status.CONFIRMED) {
                    ports.store()
                            .record(
                                    transaction,
                                    DisposalEvent.confirmed(
                                            task,
                                            confirmation,
                                            rules.at(),
                                            rules.policy().version()));
                }
                return after.status();
            });
            confirmed += now == Status.CONFIRMED ? 1 : 0;
        }

        private boolean isDue(DisposalTask task, KnownSubject known) {
            return ports.retention()
                            .of(task.subject(), known, List.of())
                            .of(task.category())
                            .fate()
                    == Fate.DUE;
        }

        private DisposalTask after(DisposalTask task, Answer answer) {
            int attempts = task.attempts() + 1;
            Instant next = rules.at().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 12)));
            return switch (answer) {
                case CONFIRMED -> task.with(Status.CONFIRMED, attempts, next);
                case PASSED_ON -> task.with(attempts < TRIES ? Status.DONE : Status.PARKED, attempts, next);
                case FAILED -> {
                    failed++;
                    yield task.with(attempts < TRIES ? task.status() : Status.PARKED, attempts, next);
                }
            };
        }

        private Answer answer(DisposalTask task) {
            try {
                return source.dispose(task);
            } catch (RuntimeException e) {
                // What the host's code throws may name people: it is counted and tried again.
                return Answer.FAILED;
            }
        }
    }
}

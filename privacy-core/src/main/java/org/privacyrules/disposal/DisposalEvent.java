package org.privacyrules.disposal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.privacyrules.ledger.EntryId;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.retention.DueCondition;
import org.privacyrules.retention.DueRule;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** What the journal keeps of disposal: what went by which rule, without the data and without a row's key. */
final class DisposalEvent {

    static final String SWEPT = JournalEntry.DISPOSAL + "swept";
    static final String APPROVED = JournalEntry.DISPOSAL + "approved";
    static final String ANNOUNCED = JournalEntry.DISPOSAL + "announced";
    static final String CONFIRMED = JournalEntry.DISPOSAL + "confirmed";

    static final String COUNT = "count";

    private DisposalEvent() {}

    /** The tenant's own entry on one chunk: the root proves later which rows went, for somebody who has the salt and their keys. */
    static JournalEntry swept(
            OperationId operation, Instant at, String policyVersion, DueData due, Chunk chunk, GoneRows gone) {
        Map<String, String> members = new HashMap<>();
        members.put("data", due.data().name());
        members.put("table", due.data().table());
        members.put("treatment", due.data().treatment());
        members.put("categories", String.join(" ", due.data().categories()));
        members.put("cutoff", cutoffs(due));
        members.put(COUNT, Long.toString(gone.count()));
        chunk.range().ifPresent(range -> members.put("keys", range));
        members.put("salt", gone.salt());
        members.put("root", gone.root());
        members.put(JournalEntry.SAME, due.data().name());
        return entry(EntryId.at(at), operation, SubjectId.NOBODY, at, SWEPT, policyVersion, members);
    }

    /** The days that the rows' own events had to lie by, such as {@code invoice-issued<=2016-12-31}. */
    private static String cutoffs(DueData due) {
        Set<String> days = new TreeSet<>();
        for (DueRule rule : due.rules()) {
            collect(rule.over(), days);
        }
        return String.join(" ", days);
    }

    private static void collect(DueCondition condition, Set<String> days) {
        if (condition instanceof DueCondition.All all) {
            all.conditions().forEach(each -> collect(each, days));
        } else if (condition instanceof DueCondition.Any any) {
            any.conditions().forEach(each -> collect(each, days));
        } else if (condition instanceof DueCondition.OwnEvent own) {
            days.add(own.event() + "<=" + own.latest());
        }
    }

    static JournalEntry approved(OperationId plan, Instant at, String policyVersion, Actor actor) {
        Map<String, String> members = Map.of(
                "plan",
                plan.toString(),
                "actor",
                actor.role().name(),
                "actor-reference",
                actor.reference(),
                JournalEntry.SAME,
                plan.toString());
        return entry(EntryId.at(at), OperationId.random(), SubjectId.NOBODY, at, APPROVED, policyVersion, members);
    }

    static JournalEntry announced(DisposalTask task, Instant at, String policyVersion) {
        return ofTask(task, OperationId.random(), at, ANNOUNCED, policyVersion);
    }

    static JournalEntry confirmed(DisposalTask task, OperationId operation, Instant at, String policyVersion) {
        return ofTask(task, operation, at, CONFIRMED, policyVersion);
    }

    private static JournalEntry ofTask(
            DisposalTask task, OperationId operation, Instant at, String kind, String policyVersion) {
        Map<String, String> members = Map.of(
                "source",
                task.source(),
                "category",
                task.category(),
                "task",
                task.operation().toString(),
                JournalEntry.SAME,
                task.operation().toString());
        return entry(EntryId.at(at), operation, task.subject(), at, kind, policyVersion, members);
    }

    private static JournalEntry entry(
            EntryId id,
            OperationId operation,
            SubjectId subject,
            Instant at,
            String kind,
            String policyVersion,
            Map<String, String> members) {
        return new JournalEntry(id, operation, subject, at, kind, policyVersion, "", Payload.of(members));
    }

    /** How many rows a chunk disposed of, by its entry. */
    static Optional<Long> count(JournalEntry entry) {
        return entry.payload().text(COUNT).map(Long::valueOf);
    }
}

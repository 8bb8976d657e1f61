package org.privacyrules.disposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.privacyrules.disposal.DisposalReport.Approval;
import org.privacyrules.disposal.DisposalReport.Elsewhere;
import org.privacyrules.disposal.DisposalReport.LetGo;
import org.privacyrules.disposal.DisposalReport.Past;
import org.privacyrules.disposal.DisposalReport.StandingHold;
import org.privacyrules.disposal.DisposalTask.Status;
import org.privacyrules.disposal.Disposals.Ports;
import org.privacyrules.hold.Hold;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/** Collects what a report tells, and leaves out whose data it was. */
final class Reporting {

    /** How many entries are read: each is a chunk of a sweep, of some thousand rows. */
    static final int ENTRIES = 5_000;

    /** How many lines of what was let go, and of approvals, a page tells. */
    static final int LINES = 60;

    private final Ports ports;
    private final List<PersonalData> sources;
    private final PrivacyPolicy policy;
    private final Instant at;

    Reporting(Ports ports, List<PersonalData> sources, PrivacyPolicy policy, Instant at) {
        this.ports = ports;
        this.sources = sources;
        this.policy = policy;
        this.at = at;
    }

    DisposalReport report(DisposalPlan plan, Heartbeat heartbeat) {
        List<MappedData> uncounted = new ArrayList<>(ports.tables().mapped());
        uncounted.removeIf(data -> plan.of(data.name()).isPresent());
        return new DisposalReport(
                at,
                policy,
                plan,
                uncounted,
                heartbeat,
                holds(),
                past(ports.journal().latest(SubjectId.NOBODY, ENTRIES)),
                sources.stream().map(this::elsewhere).toList(),
                ports.tables().advice());
    }

    private List<StandingHold> holds() {
        return ports.holds().active().stream()
                .sorted(Comparator.comparing(Hold::reviewOn).thenComparing(Hold::matter))
                .map(hold -> new StandingHold(
                        hold.matter(),
                        hold.scope().subject().isPresent(),
                        hold.scope().category(),
                        day(hold.placedAt()),
                        hold.reviewOn()))
                .toList();
    }

    private Elsewhere elsewhere(PersonalData source) {
        Map<Status, Long> counts = ports.store().taskCounts(source.name());
        return new Elsewhere(
                source.name(),
                source.categories(),
                counts.getOrDefault(Status.CONFIRMED, 0L),
                counts.getOrDefault(Status.ANNOUNCED, 0L) + counts.getOrDefault(Status.DONE, 0L),
                counts.getOrDefault(Status.PARKED, 0L));
    }

    private Past past(List<StoredEntry> newestFirst) {
        Map<List<Object>, LetGo> letGo = new LinkedHashMap<>();
        List<Approval> approvals = new ArrayList<>();
        for (StoredEntry stored : newestFirst) {
            JournalEntry entry = stored.entry();
            if (entry.kind().equals(DisposalEvent.SWEPT)) {
                LetGo one = letGo(entry);
                letGo.merge(List.of(one.day(), one.data()), one, Reporting::sum);
            } else if (entry.kind().equals(DisposalEvent.APPROVED)) {
                approvals.add(new Approval(
                        day(entry.at()), entry.payload().constant("actor", Actor.Role.class), entry.policyVersion()));
            }
        }
        boolean complete = newestFirst.size() < ENTRIES && letGo.size() <= LINES && approvals.size() <= LINES;
        return new Past(
                letGo.values().stream().limit(LINES).toList(),
                approvals.stream().limit(LINES).toList(),
                complete);
    }

    private LetGo letGo(JournalEntry entry) {
        return new LetGo(
                day(entry.at()),
                entry.payload().require("data"),
                words(entry.payload().require("categories")),
                entry.payload().number(DisposalEvent.COUNT),
                words(entry.payload().require("cutoff")),
                Set.of(entry.policyVersion()));
    }

    private static LetGo sum(LetGo one, LetGo other) {
        return new LetGo(
                one.day(),
                one.data(),
                both(one.categories(), other.categories()),
                one.rows() + other.rows(),
                both(one.cutoffs(), other.cutoffs()),
                both(one.policyVersions(), other.policyVersions()));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private static Set<String> words(String spaced) {
        Set<String> words = new TreeSet<>(Arrays.asList(spaced.split(" ")));
        words.remove("");
        return words;
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, policy.zone());
    }
}

package org.privacyrules.jdbc.history;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.privacyrules.jdbc.history.Call.Acknowledged;
import org.privacyrules.jdbc.history.Call.Seen;

/**
 * One subject's entries in their order, each with the span of real time in which it was recorded: not before the first call that
 * can have done it was invoked, and not after the first call returned that proves it, be it the acknowledged command or a read.
 */
final class Timeline {

    private final List<Dated> entries = new ArrayList<>();
    private final Map<String, List<Call>> commands;
    private final List<Call> reads;
    private final NavigableMap<Long, Dated> highestKnownAt = new TreeMap<>();
    private final Map<String, NavigableMap<Long, Dated>> bySequence = new HashMap<>();

    /**
     * An entry and the calls that bound its time.
     *
     * @param entry the entry
     * @param cause the call that was invoked first of those that can have recorded it; empty if none can
     * @param proof the call that returned first of those that show it; empty if none does
     */
    record Dated(Entry entry, Optional<Call> cause, Optional<Call> proof) {

        boolean wasKnownBefore(long instant) {
            return proof.map(call -> call.returnedAt() < instant).orElse(false);
        }

        boolean cannotHaveBeenBy(long instant) {
            return cause.map(call -> call.invokedAt() > instant).orElse(false);
        }
    }

    Timeline(Collection<Call> calls, Collection<Entry> journal) {
        commands = calls.stream()
                .filter(call -> !call.isRead())
                .collect(groupingBy(Call::operation, TreeMap::new, Collectors.toList()));
        reads = calls.stream().filter(call -> call.outcome() instanceof Seen).toList();
        Map<Long, List<Call>> readsOf = reads.stream().collect(groupingBy(call -> ((Seen) call.outcome()).sequence()));
        journal.stream().sorted(Comparator.comparingLong(Entry::sequence)).forEach(entry -> {
            List<Call> own = commands.getOrDefault(entry.operation(), List.of());
            entries.add(dated(entry, own, readsOf.getOrDefault(entry.sequence(), List.of())));
        });
        entries.forEach(each -> purpose(each.entry().purpose()).put(each.entry().sequence(), each));
        buildKnown();
    }

    private static Dated dated(Entry entry, List<Call> calls, List<Call> reads) {
        Optional<Call> first = calls.stream().filter(Call::claimsToBeFirst).findFirst();
        Optional<Call> cause = first.isPresent()
                ? first
                : calls.stream().filter(Call::mayHaveHappened).min(Comparator.comparingLong(Call::invokedAt));
        List<Call> shown = new ArrayList<>(reads.stream()
                .filter(read -> read.purpose().equals(entry.purpose()))
                .toList());
        calls.stream()
                .filter(call -> call.outcome() instanceof Acknowledged answer && answer.sequence() == entry.sequence())
                .forEach(shown::add);
        return new Dated(entry, cause, shown.stream().min(Comparator.comparingLong(Call::returnedAt)));
    }

    /** By the instant from which it is known: the highest entry that is known then. */
    private void buildKnown() {
        long highest = 0;
        List<Dated> proven = entries.stream()
                .filter(each -> each.proof().isPresent())
                .sorted(Comparator.comparingLong(
                        each -> each.proof().orElseThrow().returnedAt()))
                .toList();
        for (Dated each : proven) {
            if (each.entry().sequence() > highest) {
                highest = each.entry().sequence();
                highestKnownAt.put(each.proof().orElseThrow().returnedAt(), each);
            }
        }
    }

    private NavigableMap<Long, Dated> purpose(String purpose) {
        return bySequence.computeIfAbsent(purpose, name -> new TreeMap<>());
    }

    /** In the order of their sequence. */
    List<Dated> entries() {
        return entries;
    }

    /** All calls of each command, by operation. */
    Map<String, List<Call>> commands() {
        return commands;
    }

    /** The reads that were answered. */
    List<Call> reads() {
        return reads;
    }

    Optional<Dated> entry(String purpose, long sequence) {
        return Optional.ofNullable(purpose(purpose).get(sequence));
    }

    /** The highest entry that somebody knew before an instant: it and all entries below it were there then. */
    Optional<Dated> highestKnownBefore(long instant) {
        return Optional.ofNullable(highestKnownAt.lowerEntry(instant)).map(Map.Entry::getValue);
    }

    /** The highest entry of a purpose up to a sequence. */
    Optional<Dated> highestUpTo(String purpose, long sequence) {
        return Optional.ofNullable(purpose(purpose).floorEntry(sequence)).map(Map.Entry::getValue);
    }
}

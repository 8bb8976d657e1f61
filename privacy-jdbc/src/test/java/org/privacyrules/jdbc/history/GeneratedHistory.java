package org.privacyrules.jdbc.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.jdbc.history.Call.Acknowledged;
import org.privacyrules.jdbc.history.Call.Failed;
import org.privacyrules.jdbc.history.Call.Kind;
import org.privacyrules.jdbc.history.Call.Outcome;
import org.privacyrules.jdbc.history.Call.Seen;
import org.privacyrules.jdbc.history.Call.Unknown;

/** A history as a storage without faults leaves it: each call takes effect at one moment between its invocation and its return. */
final class GeneratedHistory {

    static final List<String> SUBJECTS = List.of("s0", "s1");
    static final List<String> PURPOSES = List.of("p0", "p1");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long STEP = 100;
    private static final int LONGEST_STEPS = 8;

    private final Random random;
    final List<Call> calls = new ArrayList<>();
    final List<Entry> journal = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Entry> latest = new HashMap<>();
    private final Map<String, Entry> done = new HashMap<>();
    private final Set<String> certain = new HashSet<>();
    private final List<Call> repeatable = new ArrayList<>();

    GeneratedHistory(long seed, int size) {
        random = new Random(seed);
        for (int i = 0; i < size; i++) {
            step(i);
        }
    }

    private void step(int i) {
        long now = (i + LONGEST_STEPS) * STEP;
        int choice = random.nextInt(10);
        if (choice < 5) {
            add(Kind.READ, "", pick(SUBJECTS), pick(PURPOSES), now);
        } else if (choice == 5 && !repeatable.isEmpty()) {
            Call again = repeatable.get(random.nextInt(repeatable.size()));
            add(again.kind(), again.operation(), again.subject(), again.purpose(), now);
        } else {
            add(pick(List.of(Kind.GIVE, Kind.WITHDRAW, Kind.OBJECT)), "op" + i, pick(SUBJECTS), pick(PURPOSES), now);
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void add(Kind kind, String operation, String subject, String purpose, long now) {
        long invoked = now - random.nextLong(LONGEST_STEPS * STEP);
        long returned = now + random.nextLong(LONGEST_STEPS * STEP);
        Outcome outcome = kind == Kind.READ ? read(subject, purpose) : command(kind, operation, subject, purpose, now);
        long seenReturn = outcome instanceof Unknown && random.nextBoolean() ? Call.NEVER : returned;
        Call call = new Call(random.nextInt(4), operation, kind, subject, purpose, invoked, seenReturn, outcome);
        calls.add(call);
        if (kind != Kind.READ) {
            repeatable.add(call);
        }
    }

    private Seen read(String subject, String purpose) {
        Entry entry = latest.get(subject + purpose);
        return entry == null
                ? new Seen(0, ConsentStatus.UNKNOWN, false)
                : new Seen(entry.sequence(), entry.kind().status(), entry.kind() == Kind.GIVE);
    }

    private Outcome command(Kind kind, String operation, String subject, String purpose, long now) {
        int fate = random.nextInt(12);
        if (fate == 0) {
            return new Failed("STORAGE_CONFLICT");
        }
        if (fate == 1) {
            return new Unknown();
        }
        Entry before = done.get(operation);
        Entry entry = before == null ? record(kind, operation, subject, purpose, now) : before;
        if (fate == 2) {
            return new Unknown();
        }
        certain.add(operation);
        return new Acknowledged(entry.sequence(), entry.recordedAt(), before != null);
    }

    private Entry record(Kind kind, String operation, String subject, String purpose, long now) {
        long sequence = sequences.merge(subject, 1L + random.nextInt(2), Long::sum);
        Entry entry = new Entry(subject, sequence, operation, kind, purpose, START.plusNanos(now / 1000 * 1000));
        journal.add(entry);
        latest.put(subject + purpose, entry);
        done.put(operation, entry);
        return entry;
    }

    /** Whether some call was told that the command was done. */
    boolean isCertain(Entry entry) {
        return certain.contains(entry.operation());
    }

    List<Violation> violations() {
        return HistoryChecker.check(calls, journal);
    }
}

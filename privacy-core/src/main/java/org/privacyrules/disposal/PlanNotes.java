package org.privacyrules.disposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.privacyrules.disposal.DisposalPlan.Planned;
import org.privacyrules.disposal.Tally.Reason;
import org.privacyrules.ledger.Payload;
import org.privacyrules.retention.Standing;
import org.privacyrules.subject.OperationId;

/** Plans as they are remembered: without the advice. */
final class PlanNotes {

    private static final String DATA = "data.";
    private static final String REASONS = "reasons.";
    private static final String NONE = "-";

    private PlanNotes() {}

    static Payload write(DisposalPlan plan) {
        Map<String, String> members = new HashMap<>();
        members.put("id", plan.id().toString());
        members.put("at", plan.at().toString());
        members.put("today", plan.today().toString());
        members.put("policy", plan.policyVersion());
        members.put("months", words(plan.months().stream()));
        for (Planned planned : plan.data()) {
            Tally tally = planned.tally();
            members.put(DATA + planned.data().name(), words(counts(tally)));
            members.put(
                    REASONS + planned.data().name(),
                    words(tally.reasons().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(Reason::toString)))
                            .map(each -> words(Stream.of(
                                    each.getKey().category(),
                                    each.getKey().purpose(),
                                    each.getKey().why(),
                                    each.getValue())))));
        }
        return Payload.of(members);
    }

    private static Stream<?> counts(Tally tally) {
        return Stream.concat(
                Stream.of(
                        tally.due(),
                        tally.kept(),
                        tally.referenced(),
                        tally.unjustified(),
                        tally.nobodys(),
                        tally.undated(),
                        tally.awaiting(),
                        tally.newlyDue(),
                        tally.oldest().map(LocalDate::toString).orElse(NONE)),
                tally.forecast().stream());
    }

    private static String words(Stream<?> values) {
        return values.map(Object::toString).collect(Collectors.joining(" "));
    }

    /** A plan, for the data that are mapped now; those that it does not know are left out. */
    static DisposalPlan read(Payload note, List<MappedData> mapped) {
        List<Planned> data = new ArrayList<>();
        for (MappedData each : mapped) {
            note.text(DATA + each.name())
                    .ifPresent(counts -> data.add(new Planned(
                            each,
                            tally(
                                    split(counts),
                                    split(note.text(REASONS + each.name()).orElse(""))))));
        }
        return new DisposalPlan(
                new OperationId(UUID.fromString(note.require("id"))),
                Instant.parse(note.require("at")),
                LocalDate.parse(note.require("today")),
                note.require("policy"),
                split(note.require("months")).stream().map(LocalDate::parse).toList(),
                data,
                List.of());
    }

    private static Tally tally(List<String> counts, List<String> words) {
        List<Long> forecast =
                counts.subList(9, counts.size()).stream().map(Long::valueOf).toList();
        Map<Reason, Long> reasons = new LinkedHashMap<>();
        for (int i = 0; i + 3 < words.size(); i += 4) {
            reasons.put(
                    new Reason(words.get(i), words.get(i + 1), Standing.valueOf(words.get(i + 2))),
                    Long.valueOf(words.get(i + 3)));
        }
        return new Tally(
                Long.parseLong(counts.get(0)),
                Long.parseLong(counts.get(1)),
                Long.parseLong(counts.get(2)),
                Long.parseLong(counts.get(3)),
                Long.parseLong(counts.get(4)),
                Long.parseLong(counts.get(5)),
                Long.parseLong(counts.get(6)),
                Optional.of(counts.get(8)).filter(day -> !day.equals(NONE)).map(LocalDate::parse),
                forecast,
                Long.parseLong(counts.get(7)),
                reasons);
    }

    private static List<String> split(String words) {
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}

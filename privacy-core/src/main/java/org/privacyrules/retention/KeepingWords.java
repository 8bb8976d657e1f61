package org.privacyrules.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.hold.Hold;
import org.privacyrules.policy.RetentionEvent;

/** Says how long something is kept and why, in words for a data protection officer. */
final class KeepingWords {

    private final Keeping keeping;

    KeepingWords(Keeping keeping) {
        this.keeping = keeping;
    }

    String line() {
        return switch (keeping.fate()) {
            case HELD ->
                "held for " + keeping.holds().stream().map(this::hold).collect(Collectors.joining(" and "))
                        + "; without it " + withoutHolds();
            case RESTRICTED ->
                "stored and not used: processing is restricted (Art. 18 GDPR); without that " + withoutHolds();
            default -> withoutHolds();
        };
    }

    private String withoutHolds() {
        Optional<Instant> due = keeping.dueFromWithoutHolds();
        if (due.isEmpty()) {
            Justification open = last();
            return "kept for " + purpose(open) + ", with no end yet" + awaited(open);
        }
        if (due.get().equals(Instant.MIN)) {
            return "due: no purpose ever justified it";
        }
        return due.get().isAfter(keeping.decidedAt())
                ? "kept through " + dayBefore(due.get()) + " for " + purpose(last())
                : "due since " + day(due.get()) + ": " + purpose(last()) + " was the last purpose, and "
                        + last().standing().words();
    }

    /** The one that keeps longest comes first. */
    private Justification last() {
        return keeping.justifications().get(0);
    }

    String explanation() {
        List<String> lines = new ArrayList<>();
        lines.add("`" + keeping.category() + "`: " + line());
        keeping.holds().forEach(hold -> lines.add("- hold " + hold(hold) + ": suspends disposal and justifies no use"));
        keeping.justifications().forEach(justification -> lines.add("- " + told(justification)));
        return String.join("\n", lines);
    }

    private String told(Justification justification) {
        String said = purpose(justification) + ": "
                + (justification.stands()
                        ? "justifies keeping"
                        : justification.standing().words());
        return said
                + stretch(justification)
                + terms(justification)
                + (justification.stands() ? awaited(justification) : "");
    }

    private String stretch(Justification justification) {
        return justification.since().map(since -> "; from " + day(since)).orElse("")
                + justification
                        .until()
                        .map(until -> " through " + dayBefore(until))
                        .orElse("");
    }

    private String terms(Justification justification) {
        if (justification.terms().isEmpty() || !justification.standing().hasBegun()) {
            return "";
        }
        return "; its rule: "
                + justification.terms().stream().map(this::term).collect(Collectors.joining(", or if longer "));
    }

    private String term(RetentionTerm term) {
        return term.words(Locale.ENGLISH, this::event);
    }

    private String awaited(Justification justification) {
        return justification.until().isPresent() || justification.awaited().isEmpty()
                ? ""
                : "; not reported yet: "
                        + justification.awaited().stream().map(this::event).collect(Collectors.joining(", "));
    }

    private String event(String name) {
        RetentionEvent declared = keeping.policy().events().get(name);
        return declared == null ? name : declared.description().forLocale(Locale.ENGLISH);
    }

    private static String purpose(Justification justification) {
        return "`" + justification.purpose().name() + "` ("
                + justification.purpose().basis().describe() + ")";
    }

    private String hold(Hold hold) {
        return "`" + hold.matter() + "` since " + day(hold.placedAt()) + ", to be reviewed on " + hold.reviewOn();
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, keeping.zone());
    }

    /** The last day that still belongs to what ends at an instant. */
    private LocalDate dayBefore(Instant end) {
        return day(end.minusNanos(1));
    }
}

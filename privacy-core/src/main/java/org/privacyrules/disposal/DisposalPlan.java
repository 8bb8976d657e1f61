package org.privacyrules.disposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.privacyrules.subject.OperationId;

/**
 * What the next sweep would do: a dry run. Counts are as old as {@link #at()}. Immutable.
 *
 * @param id by which a sweep that the brake has stopped can be approved
 * @param at by the host's clock
 * @param today the day on which it counts, in the policy's zone
 * @param policyVersion the version in force
 * @param months the first days of the months up to which the forecast counts
 * @param data all mapped data, in the order of disposal
 * @param advice what could be mapped better, for whoever runs the database
 */
public record DisposalPlan(
        OperationId id,
        Instant at,
        LocalDate today,
        String policyVersion,
        List<LocalDate> months,
        List<Planned> data,
        List<String> advice) {

    /**
     * Some data and what is due of them.
     *
     * @param data which
     * @param tally the counts
     */
    public record Planned(MappedData data, Tally tally) {}

    public DisposalPlan {
        months = List.copyOf(months);
        data = List.copyOf(data);
        advice = List.copyOf(advice);
    }

    /**
     * How much the next sweep would dispose of.
     *
     * @return rows, over all data
     */
    public long due() {
        return data.stream().mapToLong(planned -> planned.tally().due()).sum();
    }

    /**
     * One kind of data.
     *
     * @param name its name
     * @return empty if no such data are mapped
     */
    public Optional<Planned> of(String name) {
        return data.stream()
                .filter(planned -> planned.data().name().equals(name))
                .findFirst();
    }

    /** How much of some data was foreseen to be due by a day: what is due by the end of its month, or of the last one foreseen. */
    long foreseen(String name, LocalDate day) {
        Tally tally = of(name).map(Planned::tally).orElse(Tally.NOTHING);
        if (day.equals(today) || tally.forecast().isEmpty()) {
            return tally.due();
        }
        int month = 0;
        while (month < tally.forecast().size() - 1 && !day.isBefore(months.get(month))) {
            month++;
        }
        return tally.forecast().get(month);
    }

    /**
     * The plan in lines for a data protection officer, without personal data.
     *
     * @return plain text
     */
    public String text() {
        return new DisposalWords(this).text();
    }

    /** How many rows would go. */
    @Override
    public String toString() {
        return "DisposalPlan(" + id + ", " + due() + " rows due)";
    }
}

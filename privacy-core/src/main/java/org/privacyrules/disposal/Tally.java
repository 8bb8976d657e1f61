package org.privacyrules.disposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.privacyrules.retention.Standing;

/**
 * What is due of some data, counted.
 *
 * @param due how many rows the next sweep disposes of
 * @param kept how many are due and stay, because a hold or a restriction keeps them
 * @param referenced how many are due and stay until the rows are gone that refer to them
 * @param unjustified how many nothing has ever justified; they count in {@code due} if the mapping lets them go
 * @param nobodys how many stay because they tell no subject
 * @param undated how many stay because a date is missing that a term waits for
 * @param awaiting how many stay because something has not happened yet, as the mapping says it may
 * @param oldest the earliest day of an own event among those that are due, whether kept or not
 * @param forecast how many will be due at later instants, if nothing happens: in all, up to each of them
 * @param newlyDue how many are due that would not be by the policy that counted when a sweep finished last
 * @param reasons for each purpose, by which endings it no longer justifies rows that are due; one row may count for several
 */
public record Tally(
        long due,
        long kept,
        long referenced,
        long unjustified,
        long nobodys,
        long undated,
        long awaiting,
        Optional<LocalDate> oldest,
        List<Long> forecast,
        long newlyDue,
        Map<Reason, Long> reasons) {

    /** Nothing. */
    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, Optional.empty(), List.of(), 0, Map.of());

    /**
     * Why a purpose no longer justifies data.
     *
     * @param category which data
     * @param purpose the purpose's name
     * @param why how it ended
     */
    public record Reason(String category, String purpose, Standing why) {}

    /**
     * The same when some of the rows are kept.
     *
     * @param held the same counts of those rows alone
     * @return what goes, and what is kept
     */
    public Tally keeping(Tally held) {
        List<Long> later = new ArrayList<>();
        for (int i = 0; i < forecast.size(); i++) {
            later.add(forecast.get(i) - held.forecast.get(i));
        }
        Map<Reason, Long> why = new HashMap<>();
        reasons.forEach((reason, count) -> why.put(reason, count - held.reasons.getOrDefault(reason, 0L)));
        return new Tally(
                due - held.due,
                held.due + held.referenced,
                referenced - held.referenced,
                unjustified - held.unjustified,
                nobodys,
                undated,
                awaiting,
                oldest,
                later,
                newlyDue - held.newlyDue,
                why);
    }

    public Tally {
        forecast = List.copyOf(forecast);
        reasons = Map.copyOf(reasons);
    }
}

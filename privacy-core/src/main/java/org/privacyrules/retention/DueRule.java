package org.privacyrules.retention;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * When data of one category are due at an instant: when no purpose justifies them any more and at least one has. It says of any datum
 * what {@link SubjectRetention} says of it, apart from holds and restrictions. Immutable.
 *
 * @param category which data
 * @param today the day on which it counts
 * @param zone the policy's zone
 * @param uses what ends each purpose that uses the category or did in an earlier version, by name
 * @param justified whether a purpose has ever justified the data: of what nothing ever justified it is not known what it is
 */
public record DueRule(String category, LocalDate today, ZoneId zone, List<Use> uses, DueCondition justified) {

    public DueRule {
        uses = List.copyOf(uses);
    }

    /**
     * What ends one purpose: any of the endings.
     *
     * @param purpose its name
     * @param duty whether a law orders to keep the data
     * @param endings each for a reason of its own
     */
    public record Use(String purpose, boolean duty, List<Ending> endings) {

        public Use {
            endings = List.copyOf(endings);
        }

        DueCondition over() {
            return DueCondition.any(endings.stream().map(Ending::condition).toList());
        }
    }

    /**
     * How a purpose no longer justifies the data.
     *
     * @param why the reason
     * @param condition when that is so
     */
    public record Ending(Standing why, DueCondition condition) {}

    /**
     * Whether the data are due.
     *
     * @return the condition: every purpose is over, and there was one
     */
    public DueCondition due() {
        return DueCondition.all(List.of(over(), justified));
    }

    /**
     * Whether no purpose justifies the data, whether or not one ever did.
     *
     * @return the condition
     */
    public DueCondition over() {
        return DueCondition.all(uses.stream().map(Use::over).toList());
    }

    /**
     * The datum's own events on which it depends.
     *
     * @return names, sorted
     */
    public Set<String> ownEvents() {
        Set<String> events = new TreeSet<>();
        collect(over(), events);
        return events;
    }

    private static void collect(DueCondition condition, Set<String> events) {
        if (condition instanceof DueCondition.All all) {
            all.conditions().forEach(each -> collect(each, events));
        } else if (condition instanceof DueCondition.Any any) {
            any.conditions().forEach(each -> collect(each, events));
        } else if (condition instanceof DueCondition.OwnEvent own) {
            events.add(own.event());
        }
    }
}

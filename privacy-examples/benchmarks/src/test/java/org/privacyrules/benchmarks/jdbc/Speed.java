package org.privacyrules.benchmarks.jdbc;

import java.util.List;

/**
 * What one measurement of one side came to.
 *
 * @param perSecond how many calls, subjects or rows a second
 * @param medianNanos how long the middle one of the calls took, or all if they were not timed one by one
 */
record Speed(double perSecond, double medianNanos) {

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

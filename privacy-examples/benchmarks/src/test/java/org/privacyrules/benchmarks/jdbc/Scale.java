package org.privacyrules.benchmarks.jdbc;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much is measured; every figure is a system property with its name behind {@code jdbc.}.
 *
 * @param databases {@code postgresql} and {@code mariadb}, or one of them
 * @param sections what is measured: {@code append}, {@code check}, {@code candidates}, {@code million}, {@code listing},
 *     {@code sweep}
 * @param rounds how often each side is measured
 * @param seconds how long a side is measured each time
 * @param subjects how many subjects there are when commands are measured
 * @param sizes the numbers of subjects at which a check is measured; the last is that of the bulk reads
 * @param candidates how many candidates are filtered
 * @param many how many candidates are filtered on PostgreSQL, where a merge is set against chunks
 * @param rows how many rows the host's table has that is swept
 * @param aDay how many of them are due each day; a measurement of a sweep takes a day
 * @param chunk how many rows a chunk of a sweep has at most; a day holds several chunks
 */
record Scale(
        List<String> databases,
        Set<String> sections,
        int rounds,
        double seconds,
        int subjects,
        List<Integer> sizes,
        int candidates,
        int many,
        int rows,
        int aDay,
        int chunk) {

    static Scale ofProperties() {
        return new Scale(
                words("databases", "postgresql,mariadb"),
                new TreeSet<>(words("sections", "append,check,candidates,million,listing,sweep")),
                Integer.getInteger("jdbc.rounds", 5),
                Double.parseDouble(System.getProperty("jdbc.seconds", "2")),
                Integer.getInteger("jdbc.subjects", 100_000),
                words("sizes", "10000,100000,1000000").stream()
                        .map(Integer::valueOf)
                        .toList(),
                Integer.getInteger("jdbc.candidates", 100_000),
                Integer.getInteger("jdbc.many", 1_000_000),
                Integer.getInteger("jdbc.rows", 5_000_000),
                Integer.getInteger("jdbc.day", 100_000),
                Integer.getInteger("jdbc.chunk", 5_000));
    }

    private static List<String> words(String name, String otherwise) {
        return Arrays.stream(System.getProperty("jdbc." + name, otherwise).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean measures(String section) {
        return sections.contains(section);
    }

    int largest() {
        return sizes.get(sizes.size() - 1);
    }
}

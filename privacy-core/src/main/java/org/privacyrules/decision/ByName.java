package org.privacyrules.decision;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A few values by name: in two short arrays, since a subject has a handful of facts and answers, and a decision should touch as
 * little memory as it can. The names are sorted. Immutable.
 *
 * @param <V> the values
 */
final class ByName<V> {

    private static final ByName<Object> EMPTY = new ByName<>(new String[0], new Object[0]);

    private final String[] names;
    private final V[] values;

    private ByName(String[] names, V[] values) {
        this.names = names;
        this.values = values;
    }

    @SuppressWarnings("unchecked") // there are no values
    static <V> ByName<V> empty() {
        return (ByName<V>) EMPTY;
    }

    V get(String name, V otherwise) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return otherwise;
    }

    ByName<V> with(String name, V value) {
        int at = Arrays.binarySearch(names, name);
        if (at >= 0) {
            V[] replaced = values.clone();
            replaced[at] = value;
            return new ByName<>(names, replaced);
        }
        int before = -at - 1;
        String[] moreNames = Arrays.copyOf(names, names.length + 1);
        V[] moreValues = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(names, before, moreNames, before + 1, names.length - before);
        System.arraycopy(values, before, moreValues, before + 1, values.length - before);
        moreNames[before] = name;
        moreValues[before] = value;
        return new ByName<>(moreNames, moreValues);
    }

    Map<String, V> toMap() {
        Map<String, V> map = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            map.put(names[i], values[i]);
        }
        return map;
    }

    int size() {
        return names.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByName<?> that
                && Arrays.equals(names, that.names)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
    }
}

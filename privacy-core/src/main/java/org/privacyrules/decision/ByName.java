package org.privacyrules.decision;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A few values by name: in two short arrays, since a subject has a handful of facts and answers, and a decision should touch as
 * little memory as it can. Immutable.
 *
 * @param <V> the values
 */
final class ByName<V> {

    private final String[] names;
    private final V[] values;

    private ByName(String[] names, V[] values) {
        this.names = names;
        this.values = values;
    }

    @SuppressWarnings("unchecked") // the array is filled with values of this type only
    static <V> ByName<V> of(Map<String, V> map) {
        Map<String, V> sorted = new TreeMap<>(map);
        return new ByName<>(
                sorted.keySet().toArray(String[]::new), (V[]) sorted.values().toArray());
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
        Map<String, V> more = toMap();
        more.put(name, value);
        return of(more);
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

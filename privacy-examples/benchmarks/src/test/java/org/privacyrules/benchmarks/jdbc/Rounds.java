package org.privacyrules.benchmarks.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The sides of a comparison, measured in turn: every second round goes the other way round. Before the first they warm up. */
final class Rounds {

    /** Measures a side once. */
    @FunctionalInterface
    interface Side {
        Speed measure() throws Exception;
    }

    private interface WarmUp {
        void run() throws Exception;
    }

    private final Map<String, Side> sides = new LinkedHashMap<>();
    private final Map<String, WarmUp> warmUps = new LinkedHashMap<>();
    private final Map<String, List<Speed>> speeds = new LinkedHashMap<>();

    /** A side that does a thing as a whole; once to warm up. */
    Rounds side(String name, Side side) {
        sides.put(name, side);
        warmUps.put(name, side::measure);
        return this;
    }

    /** A side that is called again and again. */
    Rounds side(String name, Load load, Load.Call call) {
        sides.put(name, () -> load.of(call));
        warmUps.put(name, () -> load.warmUp(call));
        return this;
    }

    Rounds measure(int rounds) throws Exception {
        for (WarmUp warmUp : warmUps.values()) {
            warmUp.run();
        }
        for (int round = 0; round < rounds; round++) {
            for (String name : inOrder(round)) {
                speeds.computeIfAbsent(name, unseen -> new ArrayList<>())
                        .add(sides.get(name).measure());
            }
        }
        return this;
    }

    private List<String> inOrder(int round) {
        List<String> names = new ArrayList<>(sides.keySet());
        if (round % 2 == 1) {
            Collections.reverse(names);
        }
        return names;
    }

    double median(String name, ToDoubleFunction<Speed> figure) {
        return Speed.median(figures(name, figure));
    }

    List<Double> ratios(String one, String other, ToDoubleFunction<Speed> figure) {
        List<Double> ones = figures(one, figure);
        List<Double> others = figures(other, figure);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ones.size(); round++) {
            ratios.add(ones.get(round) / others.get(round));
        }
        return ratios;
    }

    private List<Double> figures(String name, ToDoubleFunction<Speed> figure) {
        return speeds.get(name).stream().map(figure::applyAsDouble).toList();
    }
}

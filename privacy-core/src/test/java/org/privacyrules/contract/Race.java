package org.privacyrules.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs the same call on several threads that start together. */
final class Race {

    private Race() {}

    static <T> List<T> of(int threads, IntFunction<T> call, int times) {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<T>>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                running.add(pool.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    List<T> answers = new ArrayList<>();
                    for (int round = 0; round < times; round++) {
                        answers.add(call.apply(thread));
                    }
                    return answers;
                }));
            }
            List<T> all = new ArrayList<>();
            for (Future<List<T>> each : running) {
                all.addAll(each.get(60, TimeUnit.SECONDS));
            }
            return all;
        } catch (Exception e) {
            throw new AssertionError("a racing call failed", e);
        } finally {
            pool.shutdownNow();
        }
    }
}

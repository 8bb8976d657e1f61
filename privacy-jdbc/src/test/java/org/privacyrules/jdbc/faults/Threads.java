package org.privacyrules.jdbc.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that start together. */
final class Threads {

    private static final int PATIENCE_SECONDS = 60;
    private static final int SOON_MILLIS = 333;

    private Threads() {}

    /** What a thread does. */
    @FunctionalInterface
    interface Act<T> {
        T run(int thread) throws Exception;
    }

    /** Whether it happens before a third of a second is over. */
    static boolean isToldSoon(CountDownLatch latch) {
        try {
            return latch.await(SOON_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("nobody else came", e);
        }
    }

    /** Runs the same on each, and fails if one fails or takes too long. */
    static <T> List<T> together(int threads, Act<? extends T> act) {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<? extends T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                running.add(pool.submit(() -> {
                    meet(start);
                    return act.run(thread);
                }));
            }
            List<T> all = new ArrayList<>();
            for (Future<? extends T> each : running) {
                all.add(each.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return all;
        } catch (Exception e) {
            throw new AssertionError("a thread failed", e);
        } finally {
            pool.shutdownNow();
        }
    }
}

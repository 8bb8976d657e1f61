package org.privacyrules.benchmarks.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Calls one thing from some threads for some time. */
final class Load {

    /** What is called; whatever it throws ends the benchmark. */
    @FunctionalInterface
    interface Call {
        void run() throws Exception;
    }

    /** What is done once, as a whole; says how many rows or subjects it went through. */
    @FunctionalInterface
    interface Pass {
        long run() throws Exception;
    }

    /** A library has more code to compile than one statement: on a slow disk a second of calls leaves it interpreted. */
    private static final int WARM_CALLS = 20_000;

    private static final int LONGEST_WARM_UP = 5;

    private final int threads;
    private final double seconds;

    Load(int threads, double seconds) {
        this.threads = threads;
        this.seconds = seconds;
    }

    Speed of(Call call) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            long end = start + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> until(end, call)));
            }
            long[] all = gathered(running);
            Arrays.sort(all);
            double took = (System.nanoTime() - start) / 1e9;
            return new Speed(all.length / took, all[all.length / 2]);
        } finally {
            executor.shutdownNow();
        }
    }

    /** Calls until the code is compiled, but no longer than five measurements take. */
    void warmUp(Call call) throws Exception {
        long calls = 0;
        for (int i = 0; i < LONGEST_WARM_UP && calls < WARM_CALLS; i++) {
            calls += Math.round(of(call).perSecond() * seconds);
        }
    }

    static Speed of(Pass pass, LongSupplier nanoTime) throws Exception {
        long start = nanoTime.getAsLong();
        long rows = pass.run();
        long took = nanoTime.getAsLong() - start;
        return new Speed(rows * 1e9 / took, took);
    }

    private static long[] until(long end, Call call) throws Exception {
        long[] took = new long[1 << 12];
        int calls = 0;
        long before = System.nanoTime();
        do {
            call.run();
            long after = System.nanoTime();
            if (calls == took.length) {
                took = Arrays.copyOf(took, 2 * calls);
            }
            took[calls++] = after - before;
            before = after;
        } while (before < end);
        return Arrays.copyOf(took, calls);
    }

    private static long[] gathered(List<Future<long[]>> running) throws InterruptedException, ExecutionException {
        List<long[]> parts = new ArrayList<>();
        for (Future<long[]> one : running) {
            parts.add(one.get());
        }
        return parts.stream().flatMapToLong(Arrays::stream).toArray();
    }
}

package org.privacyrules.jdbc.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Nodes that run as processes of their own, all on one database. Close it: whatever still runs is killed.
 */
final class Workers implements AutoCloseable {

    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 10;

    private final Path directory;
    private final List<Node> nodes = new ArrayList<>();

    private static final class Node {

        private final Process process;
        private final Path calls;
        private final Path output;
        private boolean killed;

        Node(Process process, Path calls, Path output) {
            this.process = process;
            this.calls = calls;
            this.output = output;
        }

        void requireSound() throws IOException {
            boolean failed = !killed && !process.isAlive() && process.exitValue() != 0;
            assertTrue(!failed, failed ? "a node failed: " + Files.readString(output) : "");
        }
    }

    private Workers(Path directory) {
        this.directory = directory;
    }

    /**
     * Starts nodes that wait at the gate.
     *
     * @param directory an empty one for their files
     * @param plans one for each node
     */
    static Workers start(Path directory, List<HistoryWorker.Plan> plans) throws IOException, InterruptedException {
        Workers workers = new Workers(directory);
        try {
            for (HistoryWorker.Plan plan : plans) {
                workers.nodes.add(workers.startNode(plan));
            }
            for (Node node : workers.nodes) {
                assertTrue(workers.holds(TO_START, () -> Files.exists(node.calls)), "a node did not start");
            }
            return workers;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            workers.close();
            throw e;
        }
    }

    private Node startNode(HistoryWorker.Plan plan) throws IOException {
        Path calls = directory.resolve("calls-" + nodes.size());
        Path output = directory.resolve("output-" + nodes.size());
        String java = ProcessHandle.current().info().command().orElse("java");
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx128m",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                HistoryWorker.class.getName()));
        command.addAll(plan.arguments());
        command.addAll(List.of(calls.toString(), gate().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new Node(builder.start(), calls, output);
    }

    private Path gate() {
        return directory.resolve("gate");
    }

    /** Lets all nodes begin. */
    void openGate() throws IOException {
        Files.createFile(gate());
    }

    /** Kills a node amid what it does. */
    void kill(int node) {
        nodes.get(node).killed = true;
        nodes.get(node).process.destroyForcibly();
    }

    /** Lets a node stand still, with whatever it holds. */
    void stop(int node) throws IOException, InterruptedException {
        signal("STOP", node);
    }

    /** Lets a node that stands still go on. */
    void resume(int node) throws IOException, InterruptedException {
        signal("CONT", node);
    }

    private void signal(String name, int node) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder(
                        "kill",
                        "-" + name,
                        Long.toString(nodes.get(node).process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, kill.waitFor(), "the signal " + name);
    }

    /** How much a node has written: it grows as long as the node does something. */
    long written(int node) throws IOException {
        return Files.size(nodes.get(node).calls);
    }

    /** Waits until a node has written more bytes than so many, or has ended; false if it takes too long. */
    boolean writes(int node, long bytes, Duration limit) throws IOException, InterruptedException {
        Node which = nodes.get(node);
        return holds(limit, () -> which.calls.toFile().length() > bytes || !which.process.isAlive());
    }

    /**
     * Waits until all nodes have ended.
     *
     * @param limit for how long; it is a failure if one runs longer, or failed without being killed
     * @return what they did, in no order
     */
    List<Call> finish(Duration limit) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (Node node : nodes) {
            boolean ended = node.process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertTrue(ended, () -> "a node still runs after " + limit);
            node.requireSound();
        }
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            calls.addAll(CallLog.read(i, nodes.get(i).calls));
        }
        return calls;
    }

    private boolean holds(Duration limit, BooleanSupplier condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            for (Node node : nodes) {
                node.requireSound();
            }
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return true;
    }

    /** Kills what still runs, also what stands still, and waits for its end. */
    @Override
    public void close() {
        for (Node node : nodes) {
            node.process.destroyForcibly().onExit().join();
        }
    }
}

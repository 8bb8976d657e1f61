package org.privacyrules.jdbc.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The process of a server with the processes that it forks. */
final class ServerProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final boolean wrapped;

    private ServerProcess(Process process, boolean wrapped) {
        this.process = process;
        this.wrapped = wrapped;
    }

    static ServerProcess start(List<String> command, Path folder, Path log) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new ServerProcess(process, command.get(0).equals("runuser"));
    }

    /** Runs a program to its end. */
    static void run(List<String> command, byte[] input, Path folder, Path log) throws IOException {
        ServerProcess started = start(command, folder, log);
        try (OutputStream stdin = started.process.getOutputStream()) {
            stdin.write(input);
        }
        await("end of " + command, () -> !started.process.isAlive());
        if (started.process.exitValue() != 0) {
            throw new IllegalStateException(command + " failed:\n" + tail(log));
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The process that takes the signals: runuser stays in front of the one that it starts. */
    long pid() {
        if (wrapped) {
            await(
                    "start under runuser",
                    () -> !isAlive() || process.children().findAny().isPresent());
            return process.children().findFirst().map(ProcessHandle::pid).orElse(process.pid());
        }
        return process.pid();
    }

    /** As when the machine loses its power, but for what the kernel holds. Nobody gets to say goodbye. */
    void kill() {
        Set<Long> frozen = new HashSet<>();
        // What is frozen forks no more, so a round that finds nobody new has found all.
        for (Set<Long> found = tree(); frozen.addAll(found); found = tree()) {
            found.forEach(pid -> signal("STOP", pid));
        }
        frozen.forEach(pid -> signal("KILL", pid));
        if (wrapped) {
            // runuser has frozen itself with its child, and nobody else may collect that one.
            signal("CONT", process.pid());
        }
        await("end of the killed", () -> !isAlive() && frozen.stream().allMatch(ServerProcess::isGone));
    }

    /** Asks by a signal; who does not follow is killed. */
    void stop(String signal) {
        Set<Long> all = tree();
        signal(signal, pid());
        try {
            await("end of the stopped", () -> !isAlive() && all.stream().allMatch(ServerProcess::isGone));
        } catch (IllegalStateException e) {
            kill();
            throw e;
        }
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Waited in vain for " + what);
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    static String tail(Path log) {
        try {
            String text = Files.readString(log, StandardCharsets.UTF_8);
            return text.substring(Math.max(0, text.length() - 4000));
        } catch (IOException e) {
            return "(no log: " + e + ")";
        }
    }

    /** The server and what it forked, without what we put in front of it. */
    private Set<Long> tree() {
        Set<Long> pids = new HashSet<>();
        process.descendants().map(ProcessHandle::pid).forEach(pids::add);
        if (!wrapped) {
            pids.add(process.pid());
        }
        return pids;
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\"", name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A zombie is gone too: in a container nobody may collect it. */
    private static boolean isGone(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state == 'Z' || state == 'X';
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            // The kernel says "no such process" when it goes while being read.
            return true;
        }
    }
}

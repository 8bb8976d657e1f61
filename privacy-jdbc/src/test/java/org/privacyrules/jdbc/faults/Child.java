package org.privacyrules.jdbc.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that says line by line what it has done, and hears line by line what it may do. Close it: it is killed. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader says;
    private final PrintStream hears;
    private final Path errors;

    Child(Class<?> main, String... arguments) throws IOException {
        this("128m", main, arguments);
    }

    /** With another heap than usual. */
    Child(String heap, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heap,
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                main.getName()));
        command.addAll(List.of(arguments));
        errors = Files.createTempFile("privacy-rules-child-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        process = builder.start();
        says = process.inputReader(StandardCharsets.UTF_8);
        hears = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Waits for a line; fails if the child has ended. */
    String next() throws IOException {
        String line = says.readLine();
        if (line == null) {
            throw new AssertionError("the child ended: " + Files.readString(errors));
        }
        return line;
    }

    void tell(String line) {
        hears.println(line);
    }

    /** Only a child that has ended by itself takes none. */
    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean sent = kill.waitFor() == 0;
        assertTrue(sent || process.waitFor(1, TimeUnit.SECONDS), "the signal " + name);
    }

    /** Kills it; gives the lines that it had still said. By a signal, because Java closes the streams of what it destroys. */
    List<String> kill() throws IOException, InterruptedException {
        signal("KILL");
        List<String> rest = new ArrayList<>();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            rest.add(line);
        }
        process.waitFor();
        return rest;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.delete(errors);
    }
}

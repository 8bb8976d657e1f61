package org.privacyrules.jdbc.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to start a program as somebody else than root, which PostgreSQL insists on.
 *
 * @param prefix what stands before the command
 * @param owner the user id that must own the program's files; negative if they stay ours
 */
record Unprivileged(List<String> prefix, int owner) {

    private static final int NOBODY = 65534;

    /** A user namespace needs no chown, but containers often refuse it. */
    private static final List<Unprivileged> WAYS = List.of(
            new Unprivileged(List.of("unshare", "-U"), -1),
            new Unprivileged(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY),
            new Unprivileged(List.of("runuser", "-u", "nobody", "--"), NOBODY));

    static Unprivileged here() {
        if (Machine.userId() != 0) {
            return new Unprivileged(List.of(), -1);
        }
        return WAYS.stream()
                .flatMap(way -> way.probe().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL does not run as root, and none of unshare,"
                        + " setpriv and runuser works here: run the tests as an ordinary user"));
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    void give(Path folder) throws IOException {
        if (owner >= 0) {
            Files.setAttribute(folder, "unix:uid", owner);
            Files.setAttribute(folder, "unix:gid", owner);
        }
    }

    private Optional<Unprivileged> probe() {
        try {
            Process process = new ProcessBuilder(command(List.of("id", "-u")))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            if (process.waitFor() != 0 || !printed.matches("[1-9][0-9]*")) {
                return Optional.empty();
            }
            return Optional.of(owner < 0 ? this : new Unprivileged(prefix, Integer.parseInt(printed)));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

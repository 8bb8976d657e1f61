package org.privacyrules.jdbc.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;

/** Ends servers whose JVM was killed before it could: a shell that waits for the end of a pipe from us. */
final class Orphans {

    /** A closed server's folder is gone, and a process that works elsewhere only has its number from a server of ours. */
    private static final String WAIT_AND_END = """
            trap '' HUP INT TERM
            started=$(cat)
            printf '%s\\n' "$started" | while read -r pid folder; do
              case "$(readlink "/proc/$pid/cwd")" in
                "$folder"*) kill -s QUIT "$pid"; sleep 1; kill -s KILL "$pid" ;;
              esac
              case "$folder" in */privacy-rules-*) rm -rf -- "$folder" ;; esac
            done
            """;

    private static final Writer PIPE = start();

    private Orphans() {}

    static synchronized void takeAfterUs(long pid, Path folder) throws IOException {
        PIPE.write(pid + " " + folder + "\n");
        PIPE.flush();
    }

    private static Writer start() {
        try {
            return new ProcessBuilder("sh", "-c", WAIT_AND_END)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .outputWriter();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.privacyrules.jdbc.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.jdbc.history.Call.Acknowledged;
import org.privacyrules.jdbc.history.Call.Failed;
import org.privacyrules.jdbc.history.Call.Kind;
import org.privacyrules.jdbc.history.Call.Outcome;
import org.privacyrules.jdbc.history.Call.Seen;
import org.privacyrules.jdbc.history.Call.Unknown;

/**
 * A node's calls in a file: one line when a call is invoked and one when it has returned, each written before the node goes on. What
 * a killed node had begun is thus known, and counts as a call without an answer.
 */
final class CallLog implements AutoCloseable {

    private static final String INVOKED = "invoked";
    private static final String RETURNED = "returned";

    private final FileChannel file;
    private long last;

    private CallLog(FileChannel file) {
        this.file = file;
    }

    static CallLog create(Path file) throws IOException {
        return new CallLog(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Returns the number under which the call's return is to be written. */
    synchronized long invoked(Kind kind, String operation, String subject, String purpose, long at) {
        last++;
        write(INVOKED, last, at, kind, subject, purpose, operation);
        return last;
    }

    synchronized void returned(long number, long at, Outcome outcome) {
        if (outcome instanceof Acknowledged done) {
            write(RETURNED, number, at, "acknowledged", done.sequence(), done.at(), done.repeated());
        } else if (outcome instanceof Seen seen) {
            write(RETURNED, number, at, "seen", seen.sequence(), seen.status(), seen.permitted());
        } else if (outcome instanceof Failed failed) {
            write(RETURNED, number, at, "failed", failed.code());
        } else {
            write(RETURNED, number, at, "unknown");
        }
    }

    private void write(Object... fields) {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            line.append(field).append('\t');
        }
        ByteBuffer bytes = ByteBuffer.wrap(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Reads what a node has written; a last line that was cut short is left out. */
    static List<Call> read(int process, Path file) throws IOException {
        String text = Files.readString(file);
        Map<String, String[]> invoked = new LinkedHashMap<>();
        Map<String, String[]> returned = new LinkedHashMap<>();
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> {
            String[] fields = line.split("\t", -1);
            (fields[0].equals(INVOKED) ? invoked : returned).put(fields[1], fields);
        });
        List<Call> calls = new ArrayList<>();
        invoked.forEach((number, fields) -> calls.add(call(process, fields, returned.get(number))));
        return calls;
    }

    private static Call call(int process, String[] invoked, String @Nullable [] returned) {
        return new Call(
                process,
                invoked[6],
                Kind.valueOf(invoked[3]),
                invoked[4],
                invoked[5],
                Long.parseLong(invoked[2]),
                returned == null ? Call.NEVER : Long.parseLong(returned[2]),
                returned == null ? new Unknown() : outcome(returned));
    }

    private static Outcome outcome(String[] fields) {
        return switch (fields[3]) {
            case "acknowledged" ->
                new Acknowledged(Long.parseLong(fields[4]), Instant.parse(fields[5]), Boolean.parseBoolean(fields[6]));
            case "seen" ->
                new Seen(Long.parseLong(fields[4]), ConsentStatus.valueOf(fields[5]), Boolean.parseBoolean(fields[6]));
            case "failed" -> new Failed(fields[4]);
            default -> new Unknown();
        };
    }
}

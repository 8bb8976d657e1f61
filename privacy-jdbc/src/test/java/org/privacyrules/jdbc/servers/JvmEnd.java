package org.privacyrules.jdbc.servers;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened for the whole JVM, the last opened first: pools before their server. */
final class JvmEnd {

    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(JvmEnd::closeAll, "close servers"));
    }

    private JvmEnd() {}

    static void closes(AutoCloseable opened) {
        synchronized (OPEN) {
            OPEN.push(opened);
        }
    }

    static void forget(AutoCloseable closed) {
        synchronized (OPEN) {
            OPEN.remove(closed);
        }
    }

    private static void closeAll() {
        for (AutoCloseable next = next(); next != null; next = next()) {
            try {
                next.close();
            } catch (Exception e) {
                // One that does not close must not keep the others open.
                System.err.println("Not closed at the end of the JVM: " + e);
            }
        }
    }

    private static AutoCloseable next() {
        synchronized (OPEN) {
            return OPEN.poll();
        }
    }
}

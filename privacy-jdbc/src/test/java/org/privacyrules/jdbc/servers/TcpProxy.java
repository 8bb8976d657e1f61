package org.privacyrules.jdbc.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A line between a client and a server that breaks when it is told to. It forwards a local port to a server, on any number of
 * connections. Thread-safe; faults can be set at any time and count for all connections that are open or come.
 *
 * <p>A <em>packet</em> is what one read from the client gives, up to 64 KiB. A driver that asks and waits for the answer sends each
 * request as one packet, unless it is longer. Both the PostgreSQL and the MariaDB protocol carry the text of the SQL when a
 * statement is prepared or sent as text, so that a marker such as {@code COMMIT} finds it; to execute a statement that is prepared
 * already carries only its number. To cut there, arm the proxy just before, and the next packet is cut whatever it says.
 *
 * <p>A cut closes the connection on both sides, as a line that breaks. It is either
 *
 * <ul>
 *   <li><em>before</em>: the packet is not forwarded, so the server never sees it; or
 *   <li><em>after</em>: the packet is forwarded, the proxy waits until the server begins to reply, and the reply is dropped. The
 *       server has done what it was asked, and the client does not know.
 * </ul>
 *
 * <p>There is one such cut at a time: to arm again replaces it, and when it has happened, it is gone, so that a repetition of the
 * client goes through. {@link #cuts()} tells whether it has happened.
 */
public final class TcpProxy implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_MARKER = 256;
    private static final long UNLIMITED = Long.MAX_VALUE;

    private final String host;
    private final int port;
    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Trigger> trigger = new AtomicReference<>(Trigger.NONE);
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile long replyLimit = UNLIMITED;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean blackHole;
    private volatile boolean closed;

    private TcpProxy(String host, int port, ServerSocket listener) {
        this.host = host;
        this.port = port;
        this.listener = listener;
    }

    /**
     * Opens a line to a server.
     *
     * @param host where the server is
     * @param port where it listens
     * @return a proxy that listens on {@link #port()} of the loopback address
     */
    public static TcpProxy to(String host, int port) {
        try {
            TcpProxy proxy = new TcpProxy(host, port, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            start("accept", proxy::acceptAll);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where clients connect.
     *
     * @return the local port
     */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * Cuts once, before the packet in which a client completes a marker. If the marker began in an earlier packet, the server has
     * seen its beginning.
     *
     * @param marker at most 256 bytes in UTF-8, case counts
     */
    public void cutBefore(String marker) {
        trigger.set(Trigger.on(false, marker));
    }

    /**
     * Cuts once, after the packet in which a client completes a marker.
     *
     * @param marker at most 256 bytes in UTF-8, case counts
     */
    public void cutAfter(String marker) {
        trigger.set(Trigger.on(true, marker));
    }

    /** Cuts once, before the next packet that any client sends. */
    public void armBefore() {
        armBefore(1);
    }

    /**
     * Cuts once, before the n-th packet from now, counted over all connections.
     *
     * @param nth 1 is the next one
     */
    public void armBefore(int nth) {
        trigger.set(Trigger.at(false, nth));
    }

    /** Cuts once, after the next packet that any client sends. */
    public void armAfter() {
        armAfter(1);
    }

    /**
     * Cuts once, after the n-th packet from now, counted over all connections.
     *
     * @param nth 1 is the next one
     */
    public void armAfter(int nth) {
        trigger.set(Trigger.at(true, nth));
    }

    /**
     * Cuts every connection, now and later, when the server has replied more than so many bytes on it, counted from its start. The
     * client gets exactly so many.
     *
     * @param bytes 0 or more
     */
    public void cutRepliesAfter(long bytes) {
        replyLimit = bytes;
    }

    /**
     * Forwards each packet, in both directions, only after a while.
     *
     * @param time zero for no delay
     */
    public void delay(Duration time) {
        delay = time;
    }

    /**
     * Accepts connections and never answers: whatever either side sends, on open connections too, is dropped. Nobody is told; only
     * a client's own time limit helps.
     */
    public void blackHole() {
        blackHole = true;
    }

    /** Breaks all connections that are open now. New ones are served. */
    public void cutAll() {
        links.forEach(Link::cut);
    }

    /** Takes all faults back. Connections of which something was dropped are cut, the others go on. */
    public void heal() {
        trigger.set(Trigger.NONE);
        replyLimit = UNLIMITED;
        delay = Duration.ZERO;
        blackHole = false;
        links.stream().filter(link -> link.dropped).forEach(Link::close);
    }

    /**
     * How many connections were cut.
     *
     * @return since the proxy was opened
     */
    public int cuts() {
        return cuts.get();
    }

    /**
     * How many connections are open.
     *
     * @return now
     */
    public int connections() {
        return links.size();
    }

    /** Stops listening and closes all connections. */
    @Override
    public void close() {
        closed = true;
        closeQuietly(listener);
        links.forEach(Link::close);
    }

    private void acceptAll() {
        while (!closed) {
            try {
                accept(listener.accept());
            } catch (IOException e) {
                // the listener was closed, or a client was gone before it was served
            }
        }
    }

    private void accept(Socket client) {
        Link link = new Link(client);
        links.add(link);
        if (closed) {
            link.close();
            return;
        }
        start("requests", link::forwardRequests);
    }

    private static void start(String what, Runnable run) {
        Thread thread = new Thread(run, "tcp-proxy-" + what);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception e) {
            // it is as good as closed
        }
    }

    /** When to cut. */
    private static final class Trigger {

        static final Trigger NONE = new Trigger(false, new byte[0], 0);

        private final boolean after;
        private final byte[] marker;
        private final AtomicInteger packetsLeft;

        private Trigger(boolean after, byte[] marker, int packetsLeft) {
            this.after = after;
            this.marker = marker;
            this.packetsLeft = new AtomicInteger(packetsLeft);
        }

        static Trigger on(boolean after, String marker) {
            byte[] bytes = marker.getBytes(StandardCharsets.UTF_8);
            if (bytes.length == 0 || bytes.length > LONGEST_MARKER) {
                throw new IllegalArgumentException("a marker has 1 to " + LONGEST_MARKER + " bytes");
            }
            return new Trigger(after, bytes, 0);
        }

        static Trigger at(boolean after, int nth) {
            if (nth < 1) {
                throw new IllegalArgumentException("packets are counted from 1");
            }
            return new Trigger(after, new byte[0], nth);
        }

        /**
         * Whether this packet is the one.
         *
         * @param sent what the client has sent last, with the packet at its end
         * @param earlier how much of it was sent before the packet
         */
        boolean isMetBy(byte[] sent, int earlier) {
            return marker.length == 0 ? packetsLeft.decrementAndGet() == 0 : containsMarker(sent, earlier);
        }

        private boolean containsMarker(byte[] sent, int earlier) {
            for (int start = Math.max(0, earlier - marker.length + 1); start + marker.length <= sent.length; start++) {
                if (Arrays.equals(sent, start, start + marker.length, marker, 0, marker.length)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** One connection: two sockets, and a thread for each direction. */
    private final class Link {

        private final Socket client;
        private final Socket server = new Socket();
        private final CountDownLatch gone = new CountDownLatch(1);
        private byte[] lastSent = new byte[0];
        private volatile boolean dropReply;
        private volatile boolean dropped;

        Link(Socket client) {
            this.client = client;
        }

        /** A black hole connects no server, so that the first packet decides nothing of the server's. */
        void forwardRequests() {
            try {
                dropped = blackHole;
                if (!dropped) {
                    server.connect(new InetSocketAddress(host, port));
                    start("replies", this::forwardReplies);
                }
                pump(client.getInputStream(), this::request);
            } catch (IOException e) {
                // one side is gone, so is the other
            } finally {
                close();
            }
        }

        private void forwardReplies() {
            try {
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                pump(server.getInputStream(), new Replies()::reply);
            } catch (IOException e) {
                // one side is gone, so is the other
            } finally {
                close();
            }
        }

        private void pump(InputStream from, PacketSink sink) throws IOException {
            byte[] buffer = new byte[BUFFER];
            for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
                if (!passes() || !sink.take(buffer, length)) {
                    return;
                }
            }
        }

        /** Waits for the delay; false if the connection was closed meanwhile. */
        private boolean passes() {
            try {
                return !gone.await(delay.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                return false;
            }
        }

        private boolean request(byte[] buffer, int length) throws IOException {
            if (blackHole || dropped) {
                dropped = true;
                return true;
            }
            byte[] sent = Arrays.copyOf(lastSent, lastSent.length + length);
            System.arraycopy(buffer, 0, sent, lastSent.length, length);
            Trigger armed = trigger.get();
            boolean met = armed.isMetBy(sent, lastSent.length) && trigger.compareAndSet(armed, Trigger.NONE);
            lastSent = Arrays.copyOfRange(sent, Math.max(0, sent.length - LONGEST_MARKER), sent.length);
            if (met && !armed.after) {
                cut();
                return false;
            }
            if (met) {
                dropReply = true;
            }
            write(server.getOutputStream(), buffer, length);
            return true;
        }

        /** Counts what the client has got. */
        private final class Replies {

            private long forwarded;

            boolean reply(byte[] buffer, int length) throws IOException {
                if (dropReply) {
                    cut();
                    return false;
                }
                if (blackHole || dropped) {
                    dropped = true;
                    return true;
                }
                long allowed = Math.max(0, Math.min(length, replyLimit - forwarded));
                write(client.getOutputStream(), buffer, (int) allowed);
                forwarded += allowed;
                if (allowed < length) {
                    cut();
                }
                return allowed == length;
            }
        }

        private void write(OutputStream to, byte[] buffer, int length) throws IOException {
            to.write(buffer, 0, length);
            to.flush();
        }

        void cut() {
            cuts.incrementAndGet();
            close();
        }

        void close() {
            gone.countDown();
            closeQuietly(client);
            closeQuietly(server);
            links.remove(this);
        }
    }

    /** Takes what was read; false if nothing more is to be read. */
    @FunctionalInterface
    private interface PacketSink {
        boolean take(byte[] buffer, int length) throws IOException;
    }
}

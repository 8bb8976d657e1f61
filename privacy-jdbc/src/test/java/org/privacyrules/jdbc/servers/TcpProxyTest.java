package org.privacyrules.jdbc.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The line breaks where it is told to, and only there. */
@Timeout(30)
class TcpProxyTest {

    private static final String CUT = "the line was cut";
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int SHORT_MILLIS = 100;

    private LineServer server;
    private TcpProxy proxy;

    /** Replies to each line "ok" and the line, and remembers it. */
    private static final class LineServer implements AutoCloseable {

        private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        LineServer() throws IOException {
            start(this::acceptAll);
        }

        private static void start(Runnable run) {
            Thread thread = new Thread(run, "line-server");
            thread.setDaemon(true);
            thread.start();
        }

        private void acceptAll() {
            while (!listener.isClosed()) {
                try {
                    Socket socket = listener.accept();
                    start(() -> serve(socket));
                } catch (IOException e) {
                    // closed
                }
            }
        }

        private void serve(Socket accepted) {
            try (Socket socket = accepted;
                    BufferedReader in = reader(socket)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    lines.add(line);
                    socket.getOutputStream().write(("ok " + line + "\n").getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // the client is gone
            }
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Sends lines and reads replies. */
    private final class Client implements AutoCloseable {

        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        private final BufferedReader in = reader(socket);

        Client() throws IOException {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }

        String ask(String line) throws IOException {
            try {
                send(line + "\n");
                String reply = in.readLine();
                return reply == null ? CUT : reply;
            } catch (SocketException e) {
                return CUT;
            }
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        server = new LineServer();
        proxy = TcpProxy.to("localhost", server.listener.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    private List<String> seenByServer() {
        return List.copyOf(server.lines);
    }

    @Test
    void without_faults_everything_goes_through() throws IOException {
        String longLine = "x".repeat(200_000);
        try (Client one = new Client();
                Client other = new Client()) {
            assertEquals("ok a", one.ask("a"));
            assertEquals("ok b", other.ask("b"));
            assertEquals("ok " + longLine, one.ask(longLine));
            assertEquals(2, proxy.connections());
        }
        assertEquals(0, proxy.cuts());
    }

    @Test
    void a_line_that_is_cut_before_a_marker_brings_it_to_nobody() throws IOException {
        proxy.cutBefore("COMMIT");
        try (Client client = new Client()) {
            assertEquals("ok insert", client.ask("insert"));
            assertEquals(CUT, client.ask("then COMMIT work"));
        }
        assertEquals(List.of("insert"), seenByServer());
        assertEquals(1, proxy.cuts());
    }

    @Test
    void a_line_that_is_cut_after_a_marker_brings_it_to_the_server_and_no_reply() throws IOException {
        proxy.cutAfter("COMMIT");
        try (Client client = new Client()) {
            assertEquals("ok insert", client.ask("insert"));
            assertEquals(CUT, client.ask("COMMIT"));
        }
        assertEquals(List.of("insert", "COMMIT"), seenByServer());
        assertEquals(1, proxy.cuts());
    }

    @Test
    void a_cut_happens_once_so_that_a_repetition_goes_through() throws IOException {
        proxy.cutAfter("COMMIT");
        try (Client client = new Client()) {
            assertEquals(CUT, client.ask("COMMIT"));
        }
        try (Client client = new Client()) {
            assertEquals("ok COMMIT", client.ask("COMMIT"));
        }
        assertEquals(1, proxy.cuts());
    }

    @Test
    void a_marker_that_comes_in_two_packets_is_found() throws IOException {
        proxy.cutBefore("COMMIT");
        try (Client client = new Client()) {
            client.send("first\nCOMMI");
            assertEquals("ok first", client.in.readLine());
            assertEquals(CUT, client.ask("T"));
        }
        assertFalse(seenByServer().contains("COMMIT"));
    }

    @Test
    void the_next_packet_is_cut_before_or_after_whatever_it_says() throws IOException {
        try (Client client = new Client()) {
            assertEquals("ok 1", client.ask("1"));
            proxy.armBefore();
            assertEquals(CUT, client.ask("2"));
        }
        try (Client client = new Client()) {
            assertEquals("ok 3", client.ask("3"));
            proxy.armAfter();
            assertEquals(CUT, client.ask("4"));
        }
        assertEquals(List.of("1", "3", "4"), seenByServer());
        assertEquals(2, proxy.cuts());
    }

    @Test
    void packets_are_counted_over_all_connections_from_when_it_was_armed() throws IOException {
        try (Client one = new Client();
                Client other = new Client()) {
            assertEquals("ok 0", one.ask("0"));
            proxy.armBefore(3);
            assertEquals("ok 1", one.ask("1"));
            assertEquals("ok 2", other.ask("2"));
            assertEquals(CUT, one.ask("3"));
            assertEquals("ok 4", other.ask("4"));
            proxy.armAfter(2);
            assertEquals("ok 5", other.ask("5"));
            assertEquals(CUT, other.ask("6"));
        }
        assertEquals(List.of("0", "1", "2", "4", "5", "6"), seenByServer());
    }

    @Test
    void the_client_gets_exactly_as_many_bytes_as_allowed_on_every_connection() throws IOException {
        proxy.cutRepliesAfter(7);
        for (int i = 1; i <= 2; i++) {
            try (Client client = new Client()) {
                assertEquals("ok a", client.ask("a"));
                assertEquals("ok", client.ask("b"));
                assertEquals(CUT, client.ask("c"));
            }
            assertEquals(i, proxy.cuts());
        }
    }

    @Test
    void a_delay_counts_in_both_directions() throws IOException {
        proxy.delay(Duration.ofMillis(50));
        try (Client client = new Client()) {
            long start = System.nanoTime();
            assertEquals("ok a", client.ask("a"));
            assertTrue(System.nanoTime() - start >= Duration.ofMillis(100).toNanos());
        }
    }

    @Test
    void a_delay_does_not_hold_up_the_closing() throws IOException {
        proxy.delay(Duration.ofHours(1));
        try (Client client = new Client()) {
            client.send("a\n");
            proxy.close();
            assertEquals(CUT, client.ask("b"));
        }
        assertEquals(0, proxy.connections());
        assertEquals(List.of(), seenByServer());
    }

    @Test
    void a_black_hole_accepts_and_never_answers() throws IOException {
        try (Client before = new Client()) {
            assertEquals("ok a", before.ask("a"));
            proxy.blackHole();
            assertUnanswered(before);
            try (Client within = new Client()) {
                assertUnanswered(within);
                proxy.heal();
                assertEquals(CUT, within.ask("c"));
            }
            assertEquals(CUT, before.ask("c"));
        }
        try (Client after = new Client()) {
            assertEquals("ok d", after.ask("d"));
        }
        assertEquals(List.of("a", "d"), seenByServer());
    }

    private static void assertUnanswered(Client client) throws IOException {
        client.socket.setSoTimeout(SHORT_MILLIS);
        assertThrows(SocketTimeoutException.class, () -> client.ask("b"));
        client.socket.setSoTimeout(PATIENCE_MILLIS);
    }

    @Test
    void what_was_healed_before_it_happened_never_happens() throws IOException {
        proxy.cutBefore("a");
        proxy.cutRepliesAfter(1);
        proxy.delay(Duration.ofHours(1));
        proxy.heal();
        try (Client client = new Client()) {
            assertEquals("ok a", client.ask("a"));
        }
        assertEquals(0, proxy.cuts());
    }

    @Test
    void all_lines_can_be_cut_at_once_and_new_ones_are_served() throws IOException {
        try (Client one = new Client();
                Client other = new Client()) {
            assertEquals("ok a", one.ask("a"));
            assertEquals("ok b", other.ask("b"));
            proxy.cutAll();
            assertEquals(CUT, one.ask("c"));
            assertEquals(CUT, other.ask("d"));
        }
        assertEquals(2, proxy.cuts());
        try (Client client = new Client()) {
            assertEquals("ok e", client.ask("e"));
        }
    }

    @Test
    void a_server_that_is_not_there_is_a_cut_line() throws IOException {
        server.close();
        try (Client client = new Client()) {
            assertEquals(CUT, client.ask("a"));
        }
        assertEquals(0, proxy.cuts());
    }

    @Test
    void a_closed_proxy_takes_no_connection() {
        proxy.close();
        try (Client client = new Client()) {
            client.ask("a");
        } catch (IOException e) {
            // Nearly always; the port is free again, and somebody else may have taken it by now.
        }
        assertEquals(0, proxy.connections());
    }

    @Test
    void a_marker_that_can_never_be_met_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> proxy.cutBefore(""));
        assertThrows(IllegalArgumentException.class, () -> proxy.cutAfter("x".repeat(257)));
        assertThrows(IllegalArgumentException.class, () -> proxy.armAfter(0));
    }
}

package org.privacyrules.jdbc.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.privacyrules.PrivacyRules;
import org.privacyrules.disposal.SweepReport.Outcome;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.SchemaScripts;
import org.privacyrules.jdbc.disposal.SweptShop;
import org.privacyrules.jdbc.disposal.SweptShop.Path;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** Nodes that sweep the same tables and are killed, round by round; after each the rows are compared with the journal. */
final class KilledSweeps {

    private static final int DUE = 100;
    private static final int CHUNK = 5;
    static final int MOST_CHUNKS = 6;
    private static final int MOST_NANOS = 20_000_000;

    private final DataSource source;
    private final List<String> node;
    private final String tenant = UUID.randomUUID().toString();
    private final SweptShop shop;
    private final Random random = new Random(7);
    private final List<String> complaints = new ArrayList<>();
    private int kills;

    /** Nodes of a database; a way into it that keeps nothing open. */
    KilledSweeps(Product product, String url, String user, String password, String... swallowed) {
        source = Watched.driver(url, user, password);
        node = new ArrayList<>(List.of(product.name(), url, user, password, tenant, Integer.toString(CHUNK)));
        node.addAll(List.of(swallowed));
        shop = new SweptShop(product, source, Path.values());
    }

    /** Makes the tables. */
    @SuppressWarnings("try")
    KilledSweeps begin() throws SQLException {
        try (Connection unused = source.getConnection()) {
            SchemaScripts.forDatabase(source).apply(source);
            shop.create();
            shop.fill(DUE, SweptShop.START);
            PrivacyRules rules = rules();
            rules.disposals().plan();
        }
        return this;
    }

    private PrivacyRules rules() {
        JdbcStorage storage = JdbcStorage.on(source);
        return SweptShop.rules(
                storage,
                SweptShop.witnessed(shop.mapping(storage)),
                tenant,
                Clock.fixed(SweptShop.START, ZoneOffset.UTC));
    }

    int kills() {
        return kills;
    }

    /** What is wrong by now. */
    List<String> complaints() {
        return complaints;
    }

    /** Starts nodes, lets them sweep, and kills them after a few chunks. */
    void round(int nodes, int mostChunks) throws IOException, InterruptedException, SQLException {
        List<Child> children = new ArrayList<>();
        try {
            for (int i = 0; i < nodes; i++) {
                children.add(new Child(SweepingNode.class, node.toArray(String[]::new)));
            }
            for (Child child : children) {
                child.next();
            }
            children.forEach(child -> child.tell("go"));
            String line = "";
            for (int i = random.nextInt(mostChunks); i >= 0 && !isOutcome(line); i--) {
                line = children.get(0).next();
            }
            boolean finished = line.equals(Outcome.FINISHED.name());
            // Anywhere within the next chunk.
            LockSupport.parkNanos(random.nextInt(MOST_NANOS));
            for (Child child : children) {
                finished |= child.kill().contains(Outcome.FINISHED.name());
                kills++;
            }
            look(finished);
        } finally {
            for (Child child : children) {
                child.close();
            }
        }
    }

    private static boolean isOutcome(String line) {
        return !line.isEmpty() && Character.isLetter(line.charAt(0));
    }

    @SuppressWarnings("try")
    private void look(boolean finished) throws SQLException {
        try (Connection unused = source.getConnection()) {
            complaints.addAll(shop.complaints(SweptShop.told(JdbcStorage.on(source), tenant), finished));
        }
    }

    /** What the dead have left is finished by somebody who lives. */
    @SuppressWarnings("try")
    void finish() throws SQLException {
        try (Connection unused = source.getConnection()) {
            Outcome outcome =
                    rules().disposals().sweep(SweptShop.chunksOf(1000)).outcome();
            if (outcome != Outcome.FINISHED) {
                complaints.add("the last sweep ended as " + outcome);
            }
        }
        look(true);
    }
}

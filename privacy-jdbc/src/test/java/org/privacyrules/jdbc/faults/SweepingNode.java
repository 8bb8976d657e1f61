package org.privacyrules.jdbc.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.privacyrules.PrivacyRules;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.disposal.SweptShop;
import org.privacyrules.jdbc.disposal.SweptShop.Path;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** A node of its own process that sweeps: it says when it is ready, waits to be told, tells each chunk, and says how it ended. */
final class SweepingNode {

    static final String READY = "ready";

    private SweepingNode() {}

    /** A node with a planted bug stands still between the rows and the entry, where it is killed. */
    private static void stand(String call, String sql) {
        if (call.startsWith("execute") && sql.startsWith("insert into witness")) {
            System.out.println(0);
            LockSupport.park();
        }
    }

    /**
     * Runs it.
     *
     * @param arguments product, URL, user, password, tenant, how many rows in a chunk; then, as planted bugs, methods of connections that
     *     are not carried out
     */
    public static void main(String... arguments) throws IOException {
        String[] swallowed = Arrays.copyOfRange(arguments, 6, arguments.length);
        Watched.Watch watch = swallowed.length == 0 ? (call, sql) -> {} : SweepingNode::stand;
        DataSource source = Watched.of(Watched.driver(arguments[1], arguments[2], arguments[3]), watch, swallowed);
        JdbcStorage storage = JdbcStorage.on(source);
        SweptShop shop = new SweptShop(Product.valueOf(arguments[0]), source, Path.values());
        PrivacyRules rules = SweptShop.rules(
                storage,
                SweptShop.witnessed(shop.mapping(storage)),
                arguments[4],
                Clock.fixed(SweptShop.START, ZoneOffset.UTC));
        System.out.println(READY);
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        System.out.println(rules.disposals()
                .sweep(
                        SweptShop.chunksOf(Integer.parseInt(arguments[5])),
                        (data, rows, planned) -> System.out.println(rows))
                .outcome());
    }
}

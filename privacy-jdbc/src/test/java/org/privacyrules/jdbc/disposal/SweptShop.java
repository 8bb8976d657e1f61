package org.privacyrules.jdbc.disposal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.privacyrules.PrivacyRules;
import org.privacyrules.Storage;
import org.privacyrules.TenantStorage;
import org.privacyrules.disposal.Chunk;
import org.privacyrules.disposal.DisposalStore;
import org.privacyrules.disposal.DueData;
import org.privacyrules.disposal.FoundRows;
import org.privacyrules.disposal.KeptSubjects;
import org.privacyrules.disposal.MappedTables;
import org.privacyrules.disposal.PersonalData;
import org.privacyrules.disposal.PersonalTables;
import org.privacyrules.disposal.SweepLimits;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.jdbc.JdbcPersonalData;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.MerkleTree;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.Permits;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/**
 * A shop with one table for each way of disposal, and an account of what went. A witness writes down the keys of each chunk in the
 * transaction of the chunk: rows that are gone, the witness and the journal must agree whatever has broken.
 */
public final class SweptShop {

    /** When its clocks start. */
    public static final Instant START = DisposalScene.noon(DisposalScene.TODAY);

    /** A customer on whom a hold stands. */
    public static final SubjectId HELD = SubjectId.of("held");

    /** Whose permits its rules take. */
    public static final Permits PERMITS = Permits.create();

    private static final String ADDRESS = "192.168.17.5";
    private static final Instant ALWAYS = Instant.parse("9998-01-01T00:00:00Z");

    /** How a row is disposed of. */
    public enum Path {
        ROW("letter", "1 = 1"),
        EMPTIED("visit", "note is not null"),
        CHANGED("click", "done = false and note = '" + ADDRESS + "'"),
        CUT("login", "note = '" + ADDRESS + "'");

        private final String table;
        private final String untouched;

        Path(String table, String untouched) {
            this.table = table;
            this.untouched = untouched;
        }

        /** The name of its table. */
        public String table() {
            return table;
        }

        /** How the journal calls it. */
        String data() {
            return this == ROW ? table : table + ".log";
        }
    }

    /** What may be done in the place of the disposal of a chunk. */
    @FunctionalInterface
    public interface Disposing {

        /** As {@link MappedTables#dispose}, of the tables. */
        Chunk dispose(
                MappedTables tables,
                Transaction transaction,
                DueData due,
                KeptSubjects kept,
                List<FoundRows.Row> rows,
                Consumer<byte[]> gone);
    }

    private final Product product;
    private final DataSource owner;
    private final List<Path> paths;
    private final Map<Path, Set<Integer>> free = new HashMap<>();
    private final Map<Path, Set<Integer>> staying = new HashMap<>();

    /** A shop that goes these ways; {@link #create} makes its tables. */
    public SweptShop(Product product, DataSource owner, Path... paths) {
        this.product = product;
        this.owner = owner;
        this.paths = List.of(paths);
    }

    /** A shop in a database. */
    public static SweptShop in(TestDatabase database, Path... paths) {
        SweptShop shop = new SweptShop(database.product(), database.dataSource(), paths);
        shop.create();
        return shop;
    }

    /** Makes its tables. */
    public void create() {
        for (Path path : paths) {
            execute(
                    "create table " + path.table + " (id integer primary key, customer varchar(40) not null,"
                            + " at_day date not null, note varchar(60), done boolean not null)",
                    "create index " + path.table + "_by_day on " + path.table + " (at_day)");
        }
        execute("create table witness (data varchar(60) not null, ids text not null)");
    }

    private void execute(String... sql) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For each way so many rows that are due, half as many of a customer who is held, and half as many that are not due. */
    public void fill(int due, Instant now) {
        execute("delete from witness");
        LocalDate today = LocalDate.ofInstant(now, DisposalScene.STOCKHOLM);
        for (Path path : paths) {
            execute("delete from " + path.table);
            free.put(path, new TreeSet<>());
            staying.put(path, new TreeSet<>());
            List<String> rows = new ArrayList<>();
            for (int id = 0; id < 2 * due; id++) {
                boolean held = id % 4 == 1;
                boolean young = id % 4 == 3;
                (held || young ? staying : free).get(path).add(id);
                rows.add(row(id, held ? HELD.reveal() : "c" + id % 7, today.minusDays(young ? 0 : 40 + id % 3)));
            }
            insert(path, rows);
        }
    }

    private static String row(int id, String customer, LocalDate day) {
        return "(%d, '%s', date '%s', '%s', false)".formatted(id, customer, day, ADDRESS);
    }

    private void insert(Path path, List<String> rows) {
        for (int from = 0; from < rows.size(); from += 500) {
            execute("insert into " + path.table + " values "
                    + String.join(", ", rows.subList(from, Math.min(rows.size(), from + 500))));
        }
    }

    /** One row that is due. */
    public void insert(Path path, int id, String customer) {
        insert(path, List.of(row(id, customer, DisposalScene.TODAY.minusDays(100))));
    }

    /** The mapping of its tables. */
    public JdbcPersonalData mapping(JdbcStorage storage) {
        Columns columns = new Columns(product);
        JdbcPersonalData.Builder builder = JdbcPersonalData.on(storage);
        for (Path path : paths) {
            builder.table(columns.name(path.table), t -> {
                t.named(path.table).subject(columns.name("customer")).event("logged-in", columns.name("at_day"));
                switch (path) {
                    case ROW -> t.rows("log");
                    case EMPTIED -> t.columns("log", c -> c.toNull(columns.name("note")));
                    case CHANGED ->
                        t.columns(
                                "log",
                                c -> c.by(columns.name("note"), value -> "changed")
                                        .to(columns.name("done"), true));
                    case CUT -> t.columns("log", c -> c.toNetwork(columns.name("note")));
                }
            });
        }
        return builder.build();
    }

    /** The rules of the shop with a hold on one customer, if there is none yet. */
    public static PrivacyRules rules(
            Storage storage, PersonalTables tables, String tenant, Clock clock, PersonalData... sources) {
        PrivacyRules.Builder builder = PrivacyRules.builder()
                .tenant(tenant)
                .storage(storage)
                .clock(clock)
                .permits(PERMITS)
                .personalData(tables)
                .policy(DisposalScene.policy())
                .publishOnStart();
        List.of(sources).forEach(builder::personalData);
        PrivacyRules rules = builder.build();
        if (rules.holds().active().isEmpty()) {
            rules.holds().place("case 7", HoldScope.of(HELD), "a claim", LocalDate.of(2099, 1, 1), Actor.staff("7"));
        }
        return rules;
    }

    /** Chunks of so many rows, and no brake for their number or the clock. */
    public static SweepLimits chunksOf(int rows) {
        return SweepLimits.ofMinutes(10)
                .inChunks(rows, Duration.ofSeconds(5))
                .askingAbove(2, 1_000_000)
                .withMaxStep(Duration.ofDays(10_000));
    }

    /** Tables that do something else in the place of the disposal of a chunk. */
    public static PersonalTables instead(PersonalTables tables, Disposing disposing) {
        return tenant -> {
            MappedTables sound = tables.forTenant(tenant);
            return proxy(
                    MappedTables.class,
                    (self, method, arguments) -> method.getName().equals("dispose")
                            ? dispose(disposing, sound, arguments)
                            : invoke(sound, method, arguments));
        };
    }

    @SuppressWarnings("unchecked")
    private static Chunk dispose(Disposing disposing, MappedTables sound, Object... arguments) {
        return disposing.dispose(
                sound,
                (Transaction) arguments[0],
                (DueData) arguments[1],
                (KeptSubjects) arguments[2],
                (List<FoundRows.Row>) arguments[3],
                (Consumer<byte[]>) arguments[4]);
    }

    /** Tables with the witness. */
    public static PersonalTables witnessed(PersonalTables tables) {
        return instead(tables, (sound, transaction, due, kept, rows, gone) -> {
            List<String> ids = new ArrayList<>();
            Chunk chunk = sound.dispose(transaction, due, kept, rows, key -> {
                ids.add(new String(key, StandardCharsets.UTF_8));
                gone.accept(key);
            });
            if (!ids.isEmpty()) {
                witness(Stores.connection(transaction), due, ids);
            }
            return chunk;
        });
    }

    private static void witness(Connection connection, DueData due, List<String> ids) {
        try (PreparedStatement insert = connection.prepareStatement("insert into witness (data, ids) values (?, ?)")) {
            insert.setString(1, due.data().name());
            insert.setString(2, String.join(" ", ids));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new org.privacyrules.failure.StorageException(
                    "STORAGE_FAILED",
                    "the witness failed",
                    "witness",
                    String.valueOf(e.getSQLState()),
                    e.getErrorCode());
        }
    }

    /** The planted bug: a storage that does not find what an earlier run of the same work has recorded. */
    public static Storage forgetful(Storage sound) {
        return tenant -> {
            TenantStorage ports = sound.forTenant(tenant);
            DisposalStore disposals = proxy(
                    DisposalStore.class,
                    (self, method, arguments) -> method.getName().equals("recorded")
                            ? Optional.empty()
                            : invoke(ports.disposals(), method, arguments));
            return proxy(
                    TenantStorage.class,
                    (self, method, arguments) ->
                            method.getName().equals("disposals") ? disposals : invoke(ports, method, arguments));
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SweptShop.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The keys of rows that were not touched. */
    public Set<Integer> there(Path path) {
        Set<Integer> ids = new TreeSet<>();
        read("select id, 0 from " + path.table + " where " + path.untouched, row -> ids.add(row.getInt(1)));
        return ids;
    }

    /** Does something with a row. */
    private interface Reading {
        void row(ResultSet row) throws SQLException;
    }

    private void read(String sql, Reading reading) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                reading.row(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A chunk as the witness saw it. */
    private record Seen(String data, List<String> ids) {

        boolean isToldBy(JournalEntry entry) {
            if (!entry.payload().require("data").equals(data) || entry.payload().number("count") != ids.size()) {
                return false;
            }
            byte[] salt = HexFormat.of().parseHex(entry.payload().require("salt"));
            MerkleTree tree = new MerkleTree();
            ids.forEach(id -> tree.add(salt, id.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(tree.root()).equals(entry.payload().require("root"));
        }
    }

    /** The operations of the chunks that the journal tells of. */
    public static List<JournalEntry> told(Storage storage, String tenant) {
        return storage.forTenant(new Tenant(tenant)).journal().entries(SubjectId.NOBODY, ALWAYS).stream()
                .map(StoredEntry::entry)
                .filter(entry -> entry.kind().equals("disposal-swept"))
                .toList();
    }

    /**
     * What does not agree.
     *
     * @param told what the journal tells since the tables were filled
     * @param finished whether nothing that is due should be left
     */
    public List<String> complaints(List<JournalEntry> told, boolean finished) {
        List<String> complaints = new ArrayList<>();
        List<Seen> seen = new ArrayList<>();
        read(
                "select data, ids from witness",
                row -> seen.add(new Seen(
                        row.getString(1), Arrays.asList(row.getString(2).split(" ")))));
        List<JournalEntry> unseen = new ArrayList<>(told);
        for (Seen each : seen) {
            Optional<JournalEntry> entry =
                    unseen.stream().filter(each::isToldBy).findFirst();
            entry.ifPresentOrElse(unseen::remove, () -> complaints.add(each.data() + ": a chunk without an entry"));
        }
        if (!unseen.isEmpty()) {
            complaints.add(unseen.size() + " entries without a chunk");
        }
        for (Path path : paths) {
            rows(path, seen, finished, complaints);
        }
        return complaints;
    }

    private void rows(Path path, List<Seen> seen, boolean finished, List<String> complaints) {
        Set<Integer> told = new HashSet<>();
        for (Seen each : seen) {
            if (each.data().equals(path.data())) {
                each.ids().stream()
                        .filter(id -> !told.add(Integer.valueOf(id)))
                        .forEach(id -> complaints.add(path + ": row " + id + " went twice"));
            }
        }
        Set<Integer> there = there(path);
        Set<Integer> lost = new TreeSet<>(staying.get(path));
        lost.removeAll(there);
        if (!lost.isEmpty()) {
            complaints.add(path + ": a row went that is held or not due, of " + lost);
        }
        Set<Integer> gone = new HashSet<>(free.get(path));
        gone.addAll(staying.get(path));
        gone.removeAll(there);
        if (!gone.equals(told)) {
            complaints.add(path + ": gone are " + gone + ", and told are " + told);
        }
        if (finished && !gone.equals(free.get(path))) {
            complaints.add(path + ": " + (free.get(path).size() - gone.size()) + " rows were left");
        }
    }
}

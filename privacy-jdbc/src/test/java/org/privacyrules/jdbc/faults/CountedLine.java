package org.privacyrules.jdbc.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.privacyrules.jdbc.faults.CrashPoint.Fault;
import org.privacyrules.jdbc.servers.TestDatabase;

/**
 * A small pool whose driver calls are counted, and one of which breaks if it is told to. It gives connections back as it gets them:
 * what a borrower changes, the next one has. For one thread.
 *
 * <p>Values that are bound behind the first and values that are read from a row are not counted: they come between the same two
 * calls as the first.
 */
final class CountedLine implements AutoCloseable {

    /** Unlike the level of commands, so that one that is not given back is seen. */
    private static final int ISOLATION = Connection.TRANSACTION_SERIALIZABLE;

    private static final Set<String> NOT_COUNTED =
            Set.of("unwrap", "isWrapperFor", "toString", "hashCode", "equals", "wasNull");

    private final DataSource source;
    private final Sessions sessions;
    private final Deque<Physical> idle = new ArrayDeque<>();
    private final List<String> swallowed;
    private @Nullable CrashPoint armed;
    private boolean suspicious;
    private int calls;
    private int borrowed;
    private int statements;
    private final List<Integer> commits = new ArrayList<>();

    private record Physical(Connection connection, long session, String patience) {}

    /**
     * A line to a database.
     *
     * @param database where
     * @param swallowed methods of connections that are not carried out: planted bugs
     */
    CountedLine(TestDatabase database, String... swallowed) {
        this.source = database.unpooled();
        this.sessions = new Sessions(database);
        this.swallowed = List.of(swallowed);
    }

    DataSource dataSource() {
        return proxy(
                DataSource.class,
                (method, arguments) ->
                        method.getName().equals("getConnection") ? borrow() : invoke(source, method, arguments));
    }

    /** Counts from 1 again, and breaks at the point. */
    void arm(@Nullable CrashPoint point) {
        armed = point;
        calls = 0;
        commits.clear();
    }

    int calls() {
        return calls;
    }

    /** Which of the calls were commits. */
    List<Integer> commits() {
        return List.copyOf(commits);
    }

    /** What the borrower should have given back, and in which state; takes out what the server has ended. */
    List<String> complaints() throws SQLException {
        List<String> complaints = new ArrayList<>();
        if (borrowed != 0) {
            complaints.add(borrowed + " connections not given back");
        }
        if (statements != 0) {
            complaints.add(statements + " statements not closed");
        }
        borrowed = 0;
        statements = 0;
        removeEnded();
        for (Physical each : idle) {
            if (!each.connection().getAutoCommit()) {
                complaints.add("auto-commit not given back");
                each.connection().rollback();
                each.connection().setAutoCommit(true);
            }
            if (!sessions.isSerializable(each.connection())) {
                complaints.add("isolation not given back");
                each.connection().setTransactionIsolation(ISOLATION);
            }
            if (!sessions.patience(each.connection()).equals(each.patience())) {
                complaints.add("lock timeout not given back");
            }
        }
        return complaints;
    }

    private void removeEnded() throws SQLException {
        if (!suspicious) {
            return;
        }
        for (Physical each : List.copyOf(idle)) {
            if (!each.connection().isValid(5)) {
                end(each);
                idle.remove(each);
            }
        }
        suspicious = false;
    }

    @Override
    public void close() throws SQLException {
        for (Physical each : idle) {
            each.connection().close();
        }
        sessions.close();
    }

    private Connection borrow() throws SQLException {
        boolean met = isMet();
        if (met && before()) {
            strike(null);
        }
        removeEnded();
        Physical physical = idle.isEmpty() ? open() : idle.pop();
        if (met && !before()) {
            try {
                strike(physical);
            } catch (SQLException | RuntimeException | Error e) {
                end(physical);
                throw e;
            }
        }
        borrowed++;
        return connection(physical);
    }

    private Physical open() throws SQLException {
        Connection connection = source.getConnection();
        connection.setTransactionIsolation(ISOLATION);
        return new Physical(connection, sessions.of(connection), sessions.patience(connection));
    }

    private Connection connection(Physical physical) {
        return proxy(
                Connection.class,
                (method, arguments) -> method.getName().equals("close")
                        ? giveBack(physical)
                        : call(physical, physical.connection(), method, arguments));
    }

    private @Nullable Object giveBack(Physical physical) throws Throwable {
        borrowed -= swallowed.contains("close") ? 0 : 1;
        boolean met = isMet();
        boolean kept = !met || !before() || fault() == Fault.ENDED;
        try {
            if (met) {
                strike(physical);
            }
        } finally {
            if (!kept) {
                end(physical);
            } else if (!physical.connection().isClosed()) {
                idle.push(physical);
            }
        }
        return null;
    }

    private @Nullable Object call(Physical physical, Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        boolean met = isCounted(target, method, arguments) && isMet();
        if (method.getName().equals("commit")) {
            commits.add(calls);
        }
        if (target instanceof PreparedStatement && method.getName().equals("close")) {
            statements--;
        }
        if (met && before()) {
            strike(physical);
        }
        Object result = swallowed.contains(method.getName()) && target instanceof Connection
                ? null
                : invoke(target, method, arguments);
        if (target instanceof Connection && method.getName().equals("abort")) {
            end(physical);
        }
        if (met && !before()) {
            strike(physical);
        }
        return wrapped(physical, result);
    }

    private boolean isMet() {
        calls++;
        return armed != null && armed.call() == calls;
    }

    private boolean before() {
        return armed != null && armed.before();
    }

    private Fault fault() {
        return armed == null ? Fault.FAILED : armed.fault();
    }

    private static boolean isCounted(Object target, Method method, Object @Nullable [] arguments) {
        String name = method.getName();
        boolean valueOfRow = target instanceof ResultSet && name.startsWith("get");
        boolean furtherValue = target instanceof PreparedStatement
                && name.startsWith("set")
                && arguments != null
                && arguments.length > 1
                && !arguments[0].equals(1);
        return !valueOfRow && !furtherValue && !NOT_COUNTED.contains(name);
    }

    private @Nullable Object wrapped(Physical physical, @Nullable Object result) {
        if (result instanceof PreparedStatement statement) {
            statements++;
            return proxy(PreparedStatement.class, (each, arguments) -> call(physical, statement, each, arguments));
        }
        if (result instanceof ResultSet rows) {
            return proxy(ResultSet.class, (each, arguments) -> call(physical, rows, each, arguments));
        }
        return result;
    }

    /** H2 does nothing when it is asked to abort. */
    private static void end(Physical physical) throws SQLException {
        physical.connection().abort(Runnable::run);
        physical.connection().close();
    }

    private void strike(@Nullable Physical physical) throws SQLException {
        switch (fault()) {
            case LOST -> {
                if (physical != null) {
                    end(physical);
                }
                throw new SQLException("planted", "08006");
            }
            case ENDED -> {
                if (physical != null && !physical.connection().isClosed()) {
                    sessions.end(physical.session());
                    suspicious = true;
                }
            }
            case FAILED -> throw new SQLException("planted", "HY000");
            case UNCHECKED -> throw new Planted.Unchecked();
            case ERROR -> throw new Planted.Fatal();
        }
    }

    /** A call through a proxy. */
    @FunctionalInterface
    private interface Call {
        @Nullable
        Object run(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                CountedLine.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.run(method, arguments)));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

package org.privacyrules.benchmarks.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Writes down what is sent over a data source. For one thread, and never while something is measured. */
final class Recorder {

    private final List<Sent> sent = new ArrayList<>();

    /** A statement with its parameters by number, or what was asked of the connection, such as {@code commit}. */
    record Sent(String sql, Map<Integer, Parameter> parameters) {

        static Sent control(String call) {
            return new Sent(call, new TreeMap<>());
        }
    }

    /** By which method a value was bound. */
    record Parameter(String method, Object value) {}

    DataSource around(DataSource target) {
        return wrapped(
                DataSource.class,
                target,
                (method, arguments, result) -> result instanceof Connection connection ? around(connection) : result);
    }

    Connection around(Connection target) {
        return wrapped(Connection.class, target, this::ofConnection);
    }

    /** What was sent since the last call. */
    List<Sent> take() {
        List<Sent> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    private Object ofConnection(Method method, Object[] arguments, Object result) {
        switch (method.getName()) {
            case "commit", "rollback" -> sent.add(Sent.control(method.getName()));
            case "setAutoCommit" ->
                sent.add(Sent.control((boolean) arguments[0] ? "auto-commit on" : "auto-commit off"));
            default -> {
                if (result instanceof PreparedStatement statement) {
                    return around(statement, (String) arguments[0]);
                } else if (result instanceof Statement statement) {
                    return wrapped(Statement.class, statement, this::ofStatement);
                }
            }
        }
        return result;
    }

    private Object ofStatement(Method method, Object[] arguments, Object result) {
        if (method.getName().startsWith("execute")) {
            sent.add(Sent.control((String) arguments[0]));
        }
        return result;
    }

    private PreparedStatement around(PreparedStatement target, String sql) {
        Map<Integer, Parameter> parameters = new TreeMap<>();
        return wrapped(PreparedStatement.class, target, (method, arguments, result) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length >= 2) {
                parameters.put((Integer) arguments[0], new Parameter(method.getName(), arguments[1]));
            } else if (method.getName().startsWith("execute")) {
                sent.add(new Sent(sql, new TreeMap<>(parameters)));
            }
            return result;
        });
    }

    private interface After {
        Object told(Method method, Object[] arguments, Object result);
    }

    private static <T> T wrapped(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                Recorder.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return after.told(method, arguments, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}

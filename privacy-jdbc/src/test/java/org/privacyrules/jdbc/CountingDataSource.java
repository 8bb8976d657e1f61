package org.privacyrules.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** A data source that writes down what goes to the database: statements by their text, commits, rollbacks and savepoints. */
final class CountingDataSource {

    private final DataSource counted;
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    CountingDataSource(DataSource counted) {
        this.counted = counted;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, counted, this::connection);
    }

    /** What was sent since the last call. */
    List<String> sent() {
        List<String> since = List.copyOf(sent);
        sent.clear();
        return since;
    }

    private Object connection(Method method, Object[] arguments, Object result) {
        return result instanceof Connection connection
                ? proxy(Connection.class, connection, this::onConnection)
                : result;
    }

    private Object onConnection(Method method, Object[] arguments, Object result) {
        switch (method.getName()) {
            case "commit", "setSavepoint", "releaseSavepoint" -> sent.add(method.getName());
            case "rollback" -> sent.add(arguments == null ? "rollback" : "rollback to savepoint");
            default -> {}
        }
        if (result instanceof PreparedStatement statement) {
            String sql = (String) arguments[0];
            return proxy(PreparedStatement.class, statement, (call, unused, answer) -> executed(call, sql, answer));
        }
        if (result instanceof Statement statement) {
            return proxy(
                    Statement.class,
                    statement,
                    (call, with, answer) -> executed(call, with == null ? "" : String.valueOf(with[0]), answer));
        }
        return result;
    }

    private Object executed(Method method, String sql, Object answer) {
        if (method.getName().startsWith("execute")) {
            sent.add(sql.strip());
        }
        return answer;
    }

    @FunctionalInterface
    private interface After {
        Object called(Method method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return after.called(method, arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(
                Proxy.newProxyInstance(CountingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

package org.privacyrules.jdbc.leaks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A data source that keeps what the driver threw, and breaks connections as it is told. */
final class Overheard {

    private final DataSource sound;
    private final ThreadLocal<List<SQLException>> thrown = ThreadLocal.withInitial(ArrayList::new);
    private volatile Mishap beforeEachStatement = connection -> {};

    /** What befalls a connection. */
    @FunctionalInterface
    interface Mishap {
        void befalls(Connection connection) throws SQLException;
    }

    Overheard(DataSource sound) {
        this.sound = sound;
    }

    void beforeEachStatement(Mishap mishap) {
        beforeEachStatement = mishap;
    }

    void isWell() {
        beforeEachStatement = connection -> {};
    }

    /** What the driver threw in this thread since it was asked last. */
    List<SQLException> last() {
        List<SQLException> last = List.copyOf(thrown.get());
        thrown.get().clear();
        return last;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return call(sound, method, arguments);
            }
            Connection connection = (Connection) call(sound, method, arguments);
            return proxy(Connection.class, (called, with) -> onConnection(connection, called, with));
        });
    }

    private Object onConnection(Connection connection, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("prepareStatement")) {
            beforeEachStatement.befalls(connection);
        }
        Object result = call(connection, method, arguments);
        return result instanceof PreparedStatement statement
                ? listening(PreparedStatement.class, statement)
                : result instanceof Statement statement ? listening(Statement.class, statement) : result;
    }

    private <T> T listening(Class<T> type, T target) {
        return proxy(type, (method, arguments) -> {
            Object result = call(target, method, arguments);
            return result instanceof ResultSet rows ? listening(ResultSet.class, rows) : result;
        });
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException failure) {
                thrown.get().add(failure);
            }
            throw e.getCause();
        }
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Overheard.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.on(method, arguments)));
    }
}

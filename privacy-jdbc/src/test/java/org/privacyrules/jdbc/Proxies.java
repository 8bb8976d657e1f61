package org.privacyrules.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Data sources that behave otherwise than the one behind them. */
final class Proxies {

    private Proxies() {}

    /** Does something to a connection. */
    interface Setting {
        void on(Connection connection) throws SQLException;
    }

    static DataSource onConnection(DataSource sound, Setting setting) {
        return proxy(DataSource.class, sound, (method, result) -> {
            if (result instanceof Connection connection) {
                setting.on(connection);
            }
            return result;
        });
    }

    /** Pretends to be another product. */
    static DataSource calledBy(DataSource sound, String product, String version) {
        Map<String, String> told = Map.of("getDatabaseProductName", product, "getDatabaseProductVersion", version);
        return proxy(
                DataSource.class,
                sound,
                (method, opened) -> !(opened instanceof Connection)
                        ? opened
                        : proxy(
                                Connection.class,
                                opened,
                                (called, result) -> !(result instanceof DatabaseMetaData)
                                        ? result
                                        : proxy(
                                                DatabaseMetaData.class,
                                                result,
                                                (asked, answer) -> told.getOrDefault(
                                                        asked, "".equals(answer) ? "" : String.valueOf(answer)))));
    }

    /** Fails at a plain statement, counted from 0 since the data source was made. */
    static DataSource failingAtStatement(DataSource sound, int number) {
        AtomicInteger executed = new AtomicInteger();
        return proxy(
                DataSource.class,
                sound,
                (method, opened) -> !(opened instanceof Connection)
                        ? opened
                        : proxy(
                                Connection.class,
                                opened,
                                (called, result) -> !called.equals("createStatement")
                                        ? result
                                        : failing((Statement) result, executed, number)));
    }

    private static Statement failing(Statement sound, AtomicInteger executed, int number) {
        return (Statement) Proxy.newProxyInstance(
                Proxies.class.getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("execute")
                            && !String.valueOf(arguments[0]).startsWith("set ")
                            && executed.getAndIncrement() == number) {
                        throw new SQLException("planted", "HY000", 1);
                    }
                    return invoke(sound, method, arguments);
                });
    }

    /** Changes what a method has answered. */
    private interface Change {
        Object after(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Object sound, Change change) {
        InvocationHandler handler =
                (proxy, method, arguments) -> change.after(method.getName(), invoke(sound, method, arguments));
        return type.cast(Proxy.newProxyInstance(Proxies.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

package org.privacyrules.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source whose connections fail at one method, before or after it is done, as a broken line does; it counts what is open. */
final class FailingConnections {

    private final DataSource sound;
    private final AtomicInteger open = new AtomicInteger();
    private volatile String failBefore = "";
    private volatile String failAfter = "";

    FailingConnections(DataSource sound) {
        this.sound = sound;
    }

    void failAt(String method) {
        failBefore = method;
    }

    void failAfter(String method) {
        failAfter = method;
    }

    void failNoMore() {
        failBefore = "";
        failAfter = "";
    }

    int open() {
        return open.get();
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> method.getName().equals("getConnection")
                        ? connection(sound.getConnection())
                        : invoke(sound, method, arguments));
    }

    private Connection connection(Connection connection) {
        open.incrementAndGet();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    breakIf(method.getName().equals(failBefore));
                    Object result = invoke(connection, method, arguments);
                    if (method.getName().equals("close")) {
                        open.decrementAndGet();
                    }
                    breakIf(method.getName().equals(failAfter));
                    return result;
                });
    }

    private static void breakIf(boolean broken) throws SQLException {
        if (broken) {
            throw new SQLException("planted", "90067", 90067);
        }
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

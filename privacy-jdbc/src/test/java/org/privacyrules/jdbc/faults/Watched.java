package org.privacyrules.jdbc.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** Data sources at whose calls a test looks or fails. */
final class Watched {

    private Watched() {}

    /** What a test does before a call is made. */
    @FunctionalInterface
    interface Watch {

        /**
         * Looks, waits or throws.
         *
         * @param call such as {@code getConnection}, {@code commit} or {@code execute}
         * @param sql what is executed, in lower case; else empty
         */
        void before(String call, String sql) throws SQLException;
    }

    /**
     * Watches a data source.
     *
     * @param swallowed methods of connections that are not carried out: planted bugs
     */
    static DataSource of(DataSource source, Watch watch, String... swallowed) {
        return proxy(DataSource.class, source, watch, "", List.of(swallowed));
    }

    /** A new connection each time. */
    static DataSource driver(String url, String user, String password) {
        return (DataSource) Proxy.newProxyInstance(
                Watched.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> DriverManager.getConnection(url, user, password));
    }

    private static <T> T proxy(Class<T> type, T target, Watch watch, String sql, List<String> swallowed) {
        return type.cast(Proxy.newProxyInstance(
                Watched.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    watch.before(method.getName(), sql);
                    if (target instanceof Connection && swallowed.contains(method.getName())) {
                        return null;
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result instanceof PreparedStatement statement) {
                            String text = ((String) arguments[0]).toLowerCase(Locale.ROOT);
                            return proxy(PreparedStatement.class, statement, watch, text, swallowed);
                        }
                        return result instanceof Connection connection
                                        && method.getName().equals("getConnection")
                                        && target instanceof DataSource
                                ? proxy(Connection.class, connection, watch, "", swallowed)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}

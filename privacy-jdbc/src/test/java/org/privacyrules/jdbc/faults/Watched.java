package org.privacyrules.jdbc.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

    static DataSource of(DataSource source, Watch watch) {
        return proxy(DataSource.class, source, watch, "");
    }

    private static <T> T proxy(Class<T> type, T target, Watch watch, String sql) {
        return type.cast(Proxy.newProxyInstance(
                Watched.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    watch.before(method.getName(), sql);
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result instanceof PreparedStatement statement) {
                            String text = ((String) arguments[0]).toLowerCase(Locale.ROOT);
                            return proxy(PreparedStatement.class, statement, watch, text);
                        }
                        return result instanceof Connection connection
                                        && method.getName().equals("getConnection")
                                        && target instanceof DataSource
                                ? proxy(Connection.class, connection, watch, "")
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}

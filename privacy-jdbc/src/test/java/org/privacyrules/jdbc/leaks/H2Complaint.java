package org.privacyrules.jdbc.leaks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.api.Trigger;

/** A trigger that fails and tells the whole row. */
public final class H2Complaint implements Trigger {

    private static volatile String state = "";

    /**
     * What the next failures are.
     *
     * @param sqlState their state
     * @return the same
     */
    public static String says(String sqlState) {
        state = sqlState;
        return sqlState;
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException(
                Stream.of(after)
                        .map(value -> value instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.ISO_8859_1)
                                : String.valueOf(value))
                        .collect(Collectors.joining(" ")),
                state,
                1);
    }
}

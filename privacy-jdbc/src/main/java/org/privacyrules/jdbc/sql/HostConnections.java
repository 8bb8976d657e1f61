package org.privacyrules.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Where the host's open transaction is found. */
public interface HostConnections {

    /** The connection on which the host has a transaction open in this thread. */
    Optional<Connection> current() throws SQLException;

    /** One call on the connection is finished. The host's transaction goes on. */
    void release(Connection connection);
}

package org.privacyrules.jdbc;

import java.sql.Connection;
import org.privacyrules.storage.Transaction;

/** A connection on which a transaction is open. */
record JdbcTransaction(Connection connection) implements Transaction {

    static Connection connection(Transaction transaction) {
        return ((JdbcTransaction) transaction).connection();
    }
}

package org.privacyrules.benchmarks.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.privacyrules.jdbc.servers.DatabaseServer;
import org.privacyrules.jdbc.servers.PostgresServer;

/**
 * What an engineer writes by hand for one product: the fastest statements that we know for tables of an event and a state. And
 * how many rows are made there at once.
 */
interface Product {

    static Product of(DatabaseServer server) {
        return server instanceof PostgresServer ? new Postgres() : new MariaDb();
    }

    String name();

    /** What follows the URL of a database. */
    String options();

    List<String> plainTables();

    /** What makes a listing of a purpose's subjects fast. */
    List<String> plainListingIndex();

    /** An event and a state in one statement that is a transaction; parameters in the order of {@link Plain#append}. */
    String append();

    Object uuid(UUID id);

    /** How many candidates one statement reads. */
    int chunk();

    /** The permitted ones among candidates; parameters in the order of {@link Plain#permitted}. */
    String permittedAmong();

    /** The candidates as the first parameters of {@link #permittedAmong()}; returns the next parameter's number. */
    int bind(PreparedStatement statement, List<String> candidates) throws SQLException;

    /** A table of numbers in a column {@code n}. */
    String numbers(int from, int to);

    /** The key of subject {@code n}; {@link Bed#key} says the same in Java. */
    String key();

    /** A text as a value of the column's type. */
    String typed(String text, String type);

    /** 16 bytes or a UUID, other ones for every other seed, as a value of the column's type. */
    String identity(String type, String... seed);

    /** What makes the statistics true after many rows. */
    List<String> settle(List<String> tables);
}

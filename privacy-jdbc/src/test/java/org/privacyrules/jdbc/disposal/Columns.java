package org.privacyrules.jdbc.disposal;

import java.util.Locale;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** How a database spells the columns of tests. */
record Columns(Product product) {

    String instant() {
        return switch (product) {
            case POSTGRESQL -> "timestamptz";
            case H2 -> "timestamp(6) with time zone";
            default -> "datetime(6)";
        };
    }

    boolean hasInstants() {
        return product == Product.POSTGRESQL || product == Product.H2;
    }

    String wall() {
        return product == Product.POSTGRESQL || product == Product.H2 ? "timestamp(6)" : "datetime(6)";
    }

    /** As the catalogue has a name that was not quoted. */
    String name(String written) {
        return product == Product.H2 ? written.toUpperCase(Locale.ROOT) : written;
    }

    String uuid() {
        return "uuid";
    }
}

package org.privacyrules.jdbc.sql;

/** A column of one of our tables. */
public record Column(String type, boolean nullable) {

    @Override
    public String toString() {
        return type + (nullable ? "" : " not null");
    }
}

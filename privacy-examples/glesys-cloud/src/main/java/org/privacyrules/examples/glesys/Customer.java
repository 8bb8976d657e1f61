package org.privacyrules.examples.glesys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.privacyrules.subject.SubjectId;

/** A row of the customer table, as far as the tour needs it. */
record Customer(int id, SubjectId subject, String name, String country, boolean choiceOffered, boolean hasLeft) {

    static List<Customer> allIn(CompanyDatabase database) {
        return database.query("SELECT * FROM customer ORDER BY id", Customer::read);
    }

    private static Customer read(ResultSet row) throws SQLException {
        return new Customer(
                row.getInt("id"),
                SubjectId.of(row.getString("subject_key")),
                row.getString("given_name") + " " + row.getString("family_name"),
                row.getString("country"),
                row.getDate("choice_offered_on") != null,
                row.getDate("left_on") != null);
    }

    boolean livesInSweden() {
        return country.equals("SE");
    }

    Locale language() {
        return livesInSweden() ? Locale.forLanguageTag("sv") : Locale.ENGLISH;
    }
}

package org.privacyrules.jdbc.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Types;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that speak of people, and names that only seem to. */
class PersonalNameTest {

    private static boolean speaks(String name, int type) {
        return PersonalName.meaning(new HostColumn(name, "x", type, 0, true, false))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "e_mail",
                "EMAIL",
                "billingEmail",
                "mail",
                "epost",
                "e-postadress",
                "phone",
                "tel",
                "mobile_no",
                "mobilnummer",
                "telefon",
                "personnummer",
                "pnr",
                "personal_number",
                "ssn",
                "first_name",
                "LASTNAME",
                "förnamn",
                "EFTERNAMN",
                "name",
                "namn",
                "birth_date",
                "födelsedatum",
                "ip",
                "ipv4",
                "ip_address",
                "remoteAddr",
                "address",
                "adress_2",
                "street",
                "zip",
                "postnr",
                "city",
                "ort",
                "iban",
                "card_no",
                "kortnummer",
                "passport",
                "user_agent",
                "userAgent",
                "kön",
                "gender",
                "cookie",
                "latitude",
                "notes",
                "kommentar"
            })
    void names_that_speak_of_people(String name) {
        assertEquals(true, speaks(name, Types.VARCHAR), name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "shipment",
                "description",
                "price",
                "ship_to",
                "recipe",
                "zipped",
                "hotel",
                "status",
                "code",
                "cardinality",
                "capacity",
                "port",
                "sort",
                "notify",
                "namespace",
                "renamed",
                "version",
                "konto_typ",
                "agenda"
            })
    void names_that_only_seem_to(String name) {
        assertEquals(false, speaks(name, Types.VARCHAR), name);
    }

    @Test
    void a_time_is_no_address_and_a_reference_is_none() {
        assertEquals(false, speaks("email_sent_at", Types.TIMESTAMP));
        assertEquals(false, speaks("has_phone", Types.BOOLEAN));
        assertEquals(false, speaks("address_id", Types.BIGINT));
        assertEquals(true, speaks("address_id", Types.VARCHAR));
        assertEquals(true, speaks("birth", Types.DATE));
    }

    @Test
    void the_meaning_is_told() {
        assertEquals(
                Optional.of("an IP address"),
                PersonalName.meaning(new HostColumn("ipAddress", "x", Types.VARCHAR, 0, true, false)));
    }
}

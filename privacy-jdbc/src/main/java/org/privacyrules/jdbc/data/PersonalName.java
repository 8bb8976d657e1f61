package org.privacyrules.jdbc.data;

import java.sql.Types;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the name of a column says of people, in English and Swedish. A guess: a column of any name may hold anything. */
final class PersonalName {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern MARK = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z]+");

    private static final String BIRTH = "a date of birth";

    /** Parts that mean the same wherever they stand in a name. */
    private static final Map<String, List<String>> ANYWHERE = new LinkedHashMap<>();

    /** Words that mean something only as a whole: {@code ip} is no part of {@code shipment}. */
    private static final Map<String, List<String>> WHOLE = new LinkedHashMap<>();

    static {
        ANYWHERE.put("an IP address", List.of("ipaddr", "ipadr", "remoteaddr", "clientip", "remoteip"));
        ANYWHERE.put("an e-mail address", List.of("email", "epost", "mailaddr"));
        ANYWHERE.put("a telephone number", List.of("phone", "telefon", "mobil", "handynr", "msisdn"));
        ANYWHERE.put(
                "a national number",
                List.of(
                        "personnummer",
                        "personnr",
                        "persnr",
                        "personalnumber",
                        "personalno",
                        "personalid",
                        "samordningsn",
                        "nationalid",
                        "nationalnumber",
                        "socialsecurity",
                        "identitynumber"));
        ANYWHERE.put("a passport or licence", List.of("passport", "pasnummer", "passnummer", "passnr", "driverlicen"));
        ANYWHERE.put(
                "a person's name",
                List.of(
                        "firstname",
                        "lastname",
                        "fullname",
                        "givenname",
                        "familyname",
                        "middlename",
                        "surname",
                        "nickname",
                        "username",
                        "displayname",
                        "maidenname",
                        "fornamn",
                        "efternamn",
                        "tilltalsnamn",
                        "anvandarnamn"));
        ANYWHERE.put(BIRTH, List.of("birth", "fodelse", "fodd"));
        ANYWHERE.put(
                "an address",
                List.of("address", "adress", "street", "postalcode", "postcode", "zipcode", "postnummer", "postort"));
        ANYWHERE.put(
                "an account or card number", List.of("iban", "bankaccount", "bankkonto", "kontonummer", "kontonr"));
        ANYWHERE.put("a browser or device", List.of("useragent", "deviceid", "fingerprint", "advertising"));
        ANYWHERE.put("a place", List.of("latitude", "longitude", "geolocation"));
        WHOLE.put("an e-mail address", List.of("mail", "mails"));
        WHOLE.put("a telephone number", List.of("tel", "tlf", "tfn", "cell", "fax", "sms"));
        WHOLE.put("a national number", List.of("ssn", "pnr", "pin", "nin", "cpr"));
        WHOLE.put("a person's name", List.of("name", "namn"));
        WHOLE.put(BIRTH, List.of("dob", "age", "alder"));
        WHOLE.put("a gender", List.of("sex", "gender", "kon"));
        WHOLE.put("an address", List.of("zip", "city", "town", "ort", "stad", "gata", "postnr", "lgh", "co"));
        WHOLE.put("an IP address", List.of("ip", "ipv", "ips"));
        WHOLE.put("an account or card number", List.of("card", "kort", "kortnr", "kortnummer", "cvc", "cvv"));
        WHOLE.put("a browser or device", List.of("agent", "cookie", "cookies", "imei", "mac"));
        WHOLE.put("a place", List.of("lat", "lon", "lng", "gps"));
        WHOLE.put(
                "free text",
                List.of(
                        "note",
                        "notes",
                        "comment",
                        "comments",
                        "remark",
                        "remarks",
                        "notering",
                        "kommentar",
                        "fritext"));
    }

    private static final Pattern REFERENCE = Pattern.compile("[^a-z]ids?$");
    private static final Set<Integer> NEITHER_TEXT_NOR_NUMBER =
            Set.of(Types.BOOLEAN, Types.BIT, Types.DATE, Types.TIME, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE);

    private PersonalName() {}

    /** What a column may hold, by its name. When a letter was sent is no address, and a reference to one is none. */
    static Optional<String> meaning(HostColumn column) {
        boolean text = !NEITHER_TEXT_NOR_NUMBER.contains(column.jdbcType());
        String spelt = spelt(column.name());
        boolean reference =
                DataDialect.isNumber(column) && REFERENCE.matcher(spelt).find();
        return meaning(spelt).filter(meaning -> text || meaning.equals(BIRTH)).filter(meaning -> !reference);
    }

    private static String spelt(String name) {
        return MARK.matcher(Normalizer.normalize(HUMP.matcher(name).replaceAll("_"), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<String> meaning(String spelt) {
        String joined = BETWEEN.matcher(spelt).replaceAll("");
        return first(ANYWHERE, joined::contains).or(() -> first(WHOLE, List.of(BETWEEN.split(spelt, -1))::contains));
    }

    private static Optional<String> first(Map<String, List<String>> meanings, Predicate<String> isThere) {
        return meanings.entrySet().stream()
                .filter(meaning -> meaning.getValue().stream().anyMatch(isThere))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

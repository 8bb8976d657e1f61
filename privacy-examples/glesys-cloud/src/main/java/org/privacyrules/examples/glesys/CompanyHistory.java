package org.privacyrules.examples.glesys;

import static org.privacyrules.examples.glesys.People.pick;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Fills the company's tables with what happened from 2009 until the policy of May 2018. */
final class CompanyHistory {

    private static final LocalDate FIRST_DAY = LocalDate.of(2009, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2018, 4, 30);
    private static final int SLICE = 500;

    private static final String ORGANISATION = "organisation (id, name, organisation_number, country)";
    private static final String CUSTOMER = "customer (id, subject_key, organisation_id, given_name, family_name,"
            + " personal_number, email, phone, street, postal_code, city, country, signed_up_on, choice_offered_on,"
            + " left_on)";
    private static final String CONTACT =
            "contact (id, subject_key, customer_id, given_name, family_name, email, phone,"
                    + " country, added_on, removed_on)";
    private static final String INVITATION =
            "invitation (id, subject_key, customer_id, email, given_name, family_name, sent_on, accepted_on)";
    private static final String INVOICE = "invoice (customer_id, issued_on, due_on, buyer, address, amount_sek)";
    private static final String PAYMENT_REFERENCE = "payment_reference (customer_id, token, stored_on)";
    private static final String SUPPORT_CASE = "support_case (subject_key, email, opened_on, closed_on)";
    private static final String SUPPORT_MESSAGE = "support_message (case_of, sent_on, from_requester, body)";
    private static final String ACCOUNT_CHANGE = "account_change (customer_id, changed_on, change, ip_address)";
    private static final String ACCESS_LOG = "access_log (logged_on, ip_address, device_type)";
    private static final String USAGE_EVENT = "usage_event (customer_id, used_on, feature)";
    private static final String NEWSLETTER =
            "newsletter (subject_key, list, email, subscribed, answered_at, shown_text)";

    private static final List<String> CHANGES =
            List.of("password changed", "server ordered", "contact added", "name server changed");
    private static final List<String> DEVICES = List.of("desktop", "phone", "tablet", "script");
    private static final List<String> FEATURES = List.of("servers", "domains", "invoices", "statistics", "support");
    private static final List<String> QUESTIONS = List.of(
            "My server does not start after the upgrade.",
            "Which payment methods do you take?",
            "Please call me about the invoice, my number is in my profile.",
            "How do I move a domain to you?");

    private final Rows rows;
    private final Person person;
    private final SplittableRandom random;

    private CompanyHistory(Rows rows, Person person) {
        this.rows = rows;
        this.person = person;
        this.random = People.random(-1 - person.number());
    }

    static void write(CompanyDatabase database, int people, Progress progress) {
        for (int from = 0; from < people; from += SLICE) {
            writeSlice(database, from, Math.min(people, from + SLICE), progress);
        }
    }

    private static void writeSlice(CompanyDatabase database, int from, int to, Progress progress) {
        database.inTransaction(connection -> {
            Rows rows = new Rows(connection, ORGANISATION, CUSTOMER);
            for (int number = from; number < to; number++) {
                new CompanyHistory(rows, People.person(number)).add();
                progress.step();
            }
            rows.insert();
        });
    }

    /** Of twenty people thirteen are customers, and the others stand in some relation to one of them, or to none. */
    private void add() throws SQLException {
        int place = person.number() % 20;
        if (place < 13) {
            customer(place);
        } else if (place < 16) {
            contact();
        } else if (place == 16) {
            invitee();
        } else if (place < 19) {
            subscriber();
        } else {
            supportCase(dayAfter(FIRST_DAY));
        }
    }

    private int someCustomer() {
        return person.number() / 20 * 20 + random.nextInt(13);
    }

    private void customer(int place) throws SQLException {
        LocalDate signedUpOn = dayAfter(FIRST_DAY);
        @Nullable LocalDate leftOn = place == 7 ? dayAfter(signedUpOn) : null;
        if (!isPrivate()) {
            organisation();
        }
        customerRow(signedUpOn, leftOn);
        invoices(signedUpOn);
        traces(signedUpOn);
        if (random.nextInt(100) < 12) {
            supportCase(dayAfter(signedUpOn));
        }
        if (random.nextInt(100) < 15) {
            answer("customers", false, dayAfter(signedUpOn), null);
        }
    }

    /** The first digit 4 is not in use, so no such number belongs to a company. */
    private void organisation() throws SQLException {
        String digits = String.format(Locale.ROOT, "49%07d", person.number());
        rows.add(
                ORGANISATION,
                person.number(),
                person.familyName() + " Exempel AB",
                person.livesInSweden() ? digits + Luhn.checkDigit(digits) : null,
                person.address().country());
    }

    private boolean isPrivate() {
        return person.number() % 3 != 0;
    }

    private void customerRow(LocalDate signedUpOn, @Nullable LocalDate leftOn) throws SQLException {
        rows.add(
                CUSTOMER,
                person.number(),
                person.key(),
                isPrivate() ? null : person.number(),
                person.givenName(),
                person.familyName(),
                isPrivate() ? person.personalNumber().orElse(null) : null,
                person.email(),
                person.phone().orElse(null),
                person.address().street(),
                person.address().postalCode(),
                person.address().city(),
                person.address().country(),
                signedUpOn,
                random.nextInt(100) < 95 ? signedUpOn : null,
                leftOn);
    }

    private void contact() throws SQLException {
        LocalDate addedOn = dayAfter(FIRST_DAY);
        rows.add(
                CONTACT,
                person.number(),
                person.key(),
                someCustomer(),
                person.givenName(),
                person.familyName(),
                person.email(),
                person.phone().orElse(null),
                person.address().country(),
                addedOn,
                random.nextInt(100) < 20 ? dayAfter(addedOn) : null);
    }

    private void invitee() throws SQLException {
        LocalDate sentOn = dayAfter(FIRST_DAY);
        boolean accepted = random.nextInt(100) < 70;
        rows.add(
                INVITATION,
                person.number(),
                person.key(),
                someCustomer(),
                person.email(),
                accepted ? person.givenName() : null,
                accepted ? person.familyName() : null,
                sentOn,
                accepted ? sentOn.plusDays(random.nextInt(14)) : null);
    }

    /** Most have the text that they saw on record; from the oldest forms it is lost. Some have left the list again. */
    private void subscriber() throws SQLException {
        LocalDate subscribedOn = dayAfter(FIRST_DAY);
        boolean textIsKnown = random.nextInt(100) < 60;
        String language = person.livesInSweden() ? "sv" : "en";
        String text = CompanyPolicy.question(Purposes.NEWSLETTER).forLocale(Locale.forLanguageTag(language));
        answer("subscribers", true, subscribedOn, textIsKnown ? text : null);
        if (random.nextInt(100) < 25) {
            answer("subscribers", false, dayAfter(subscribedOn), null);
        }
    }

    private void answer(String list, boolean subscribed, LocalDate day, @Nullable String text) throws SQLException {
        OffsetDateTime at = day.atTime(LocalTime.of(8 + random.nextInt(12), random.nextInt(60)))
                .atZone(CompanyPolicy.ZONE)
                .toOffsetDateTime();
        rows.add(NEWSLETTER, person.key(), list, person.email(), subscribed, at, text);
    }

    private void supportCase(LocalDate openedOn) throws SQLException {
        rows.add(SUPPORT_CASE, person.key(), person.email(), openedOn, openedOn.plusDays(random.nextInt(10)));
        rows.add(SUPPORT_MESSAGE, person.key(), openedOn, true, pick(QUESTIONS, random));
        rows.add(SUPPORT_MESSAGE, person.key(), openedOn, false, "Thank you, we are looking into it.");
    }

    private void invoices(LocalDate signedUpOn) throws SQLException {
        for (LocalDate issuedOn = dayAfter(signedUpOn); random.nextInt(100) < 75; issuedOn = dayAfter(issuedOn)) {
            BigDecimal amount = BigDecimal.valueOf(4_900 + random.nextInt(400_000), 2);
            String address = person.address().toString();
            rows.add(INVOICE, person.number(), issuedOn, issuedOn.plusDays(30), person.name(), address, amount);
        }
        if (random.nextInt(100) < 40) {
            rows.add(PAYMENT_REFERENCE, person.number(), "tok-" + Long.toHexString(random.nextLong()), signedUpOn);
        }
    }

    private void traces(LocalDate signedUpOn) throws SQLException {
        for (int i = 0; i < 2; i++) {
            rows.add(
                    ACCOUNT_CHANGE,
                    person.number(),
                    dayAfter(signedUpOn),
                    pick(CHANGES, random),
                    documentationAddress());
            rows.add(ACCESS_LOG, dayAfter(signedUpOn), documentationAddress(), pick(DEVICES, random));
            rows.add(USAGE_EVENT, person.number(), dayAfter(signedUpOn), pick(FEATURES, random));
        }
    }

    private String documentationAddress() {
        int last = 1 + random.nextInt(254);
        List<String> networks = List.of("192.0.2.", "198.51.100.", "203.0.113.");
        return random.nextInt(4) == 0 ? "2001:db8::" + Integer.toHexString(last) : pick(networks, random) + last;
    }

    private LocalDate dayAfter(LocalDate day) {
        long days = Math.max(1, ChronoUnit.DAYS.between(day, LAST_DAY));
        return day.plusDays(random.nextLong(days));
    }
}

package org.privacyrules.examples.glesys;

import java.util.Optional;

/** Somebody who does not exist. The library knows the key only; all else stays in the company's tables. */
record Person(
        int number,
        String key,
        String givenName,
        String familyName,
        Optional<String> personalNumber,
        String email,
        Optional<String> phone,
        Address address) {

    /** Where a person lives. */
    record Address(String street, String postalCode, String city, String country) {

        @Override
        public String toString() {
            return street + ", " + postalCode + " " + city + ", " + country;
        }
    }

    boolean livesInSweden() {
        return address.country().equals("SE");
    }

    String name() {
        return givenName + " " + familyName;
    }
}

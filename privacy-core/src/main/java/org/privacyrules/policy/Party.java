package org.privacyrules.policy;

import org.privacyrules.failure.InvalidInputException;

/**
 * A person or organisation that people can turn to: the controller, its representative, the data protection officer, a
 * supervisory authority (Art. 13(1)(a)-(b), 13(2)(d) GDPR). Immutable. Whatever is not known is empty.
 *
 * @param name the name by which it is known, not blank
 * @param registrationNumber the number in a public register
 * @param address the postal address on one line
 * @param email the e-mail address
 * @param phone the telephone number
 * @param url the web page
 */
public record Party(String name, String registrationNumber, String address, String email, String phone, String url) {

    public Party {
        if (name.isBlank()) {
            throw new InvalidInputException("party: a name is required");
        }
    }

    /**
     * A party of which only the name is known.
     *
     * @param name the name
     * @return the party
     */
    public static Party named(String name) {
        return new Party(name, "", "", "", "", "");
    }

    /**
     * This party with its number.
     *
     * @param number in a public register
     * @return a new party
     */
    public Party withRegistrationNumber(String number) {
        return new Party(name, number, address, email, phone, url);
    }

    /**
     * This party with its postal address.
     *
     * @param line on one line
     * @return a new party
     */
    public Party withAddress(String line) {
        return new Party(name, registrationNumber, line, email, phone, url);
    }

    /**
     * This party with its e-mail address.
     *
     * @param mailbox the address
     * @return a new party
     */
    public Party withEmail(String mailbox) {
        return new Party(name, registrationNumber, address, mailbox, phone, url);
    }

    /**
     * This party with its telephone number.
     *
     * @param number the number
     * @return a new party
     */
    public Party withPhone(String number) {
        return new Party(name, registrationNumber, address, email, number, url);
    }

    /**
     * This party with its web page.
     *
     * @param page the address of the page
     * @return a new party
     */
    public Party withUrl(String page) {
        return new Party(name, registrationNumber, address, email, phone, page);
    }

    /**
     * Whether there is a way to reach it.
     *
     * @return true if it has an address, an e-mail address, a telephone number or a page
     */
    public boolean isReachable() {
        return !(address + email + phone + url).isBlank();
    }
}

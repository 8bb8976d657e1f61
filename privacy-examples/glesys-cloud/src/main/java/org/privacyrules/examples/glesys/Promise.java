package org.privacyrules.examples.glesys;

/** What the company's policy promises, row by row, in the tour's own words; and what of it is not shown yet. */
enum Promise {
    M1("it is known who was shown which version; signing up is no consent"),
    M2("every party has its role", "processing agreements"),
    M3("versions in time; everyone is told of material changes", "the telling"),
    M4("data are kept as long as a purpose needs them, and no longer"),
    M5("master data; a personal number for customers in Sweden only", "checked formats"),
    M6("invoices are kept as long as bookkeeping law demands"),
    M7("card data are with the payment partner, and are asked for there", "passing requests on"),
    M8("persons on somebody else's account are persons of their own", "exports of their own"),
    M9("service messages reach every customer and carry no marketing"),
    M10("product news can be declined at any time, at once", "signed unsubscribe links"),
    M11("where an account was changed from is documented, for a while"),
    M12("voluntary data are marked, and may be withheld"),
    M13("what somebody writes to support is kept for support, for a while"),
    M14("a social network answers for its own processing"),
    M15("no tracking without consent, for customers and visitors alike"),
    M16("how easily addresses and devices lead to a person is known"),
    M17("data that came from somebody else are marked as such"),
    M18("everyone can see all that is stored about them"),
    M19("a copy of one's data is free", "the copy"),
    M20("answers within a month"),
    M21("proof of identity is deleted once it has served", "the deleting"),
    M22("people change and delete their own data where they can"),
    M23("erasure, except for what the law demands to be kept"),
    M24("how to reach the data protection officer", "in every answer"),
    M25("how to complain to the supervisory authority", "in every refusal"),
    M26("data are used and disclosed for declared purposes only", "a record of each disclosure"),
    M27("all of it can be proven", "the sealed ledger");

    private final String words;
    private final String toCome;

    Promise(String words) {
        this(words, "");
    }

    Promise(String words, String toCome) {
        this.words = words;
        this.toCome = toCome;
    }

    String words() {
        return words;
    }

    String toCome() {
        return toCome;
    }
}

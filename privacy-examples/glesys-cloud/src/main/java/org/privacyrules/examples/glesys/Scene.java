package org.privacyrules.examples.glesys;

/** Where a chapter takes place: with which company, told to whom, and claiming what. */
record Scene(Company company, Console console, Expectations expectations) {}

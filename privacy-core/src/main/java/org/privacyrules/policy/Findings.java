package org.privacyrules.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.subject.Countries;

/** Collects what the rules find. */
final class Findings {

    private final List<Finding> found = new ArrayList<>();

    List<Finding> all() {
        return List.copyOf(found);
    }

    void error(String code, String path, String problem, String remedy, String article) {
        found.add(Finding.error(code, path, problem, remedy, article));
    }

    void warning(String code, String path, String problem, String remedy, String article) {
        found.add(Finding.warning(code, path, problem, remedy, article));
    }

    /** Each name that is used must be declared. */
    void declared(String path, String kind, Collection<String> used, Set<String> declared) {
        for (String name : used) {
            if (!declared.contains(name)) {
                UnknownNameException unknown = UnknownNameException.of(kind, name, declared);
                String[] problemAndRemedy = unknown.getMessage().split(": ", 2);
                error(unknown.code(), path, problemAndRemedy[0], problemAndRemedy[1], "");
            }
        }
    }

    /** Whether it is a country; an error if not. */
    boolean country(String path, String country) {
        boolean known = Countries.contains(country);
        if (!known) {
            error(
                    "INVALID_COUNTRY",
                    path,
                    "\"" + country + "\" is no country",
                    "use two capitals (ISO 3166-1 alpha-2), such as SE",
                    "");
        }
        return known;
    }

    void described(String path, LocalText description) {
        if (description.isEmpty()) {
            error(
                    "MISSING_DESCRIPTION",
                    path,
                    "there is no description",
                    "describe it in words that a data subject understands",
                    "Art. 12(1) GDPR");
        }
    }
}

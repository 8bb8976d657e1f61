package org.privacyrules.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of one language by key. What goes into a text is never itself read as one. */
record LanguageTexts(Map<String, String> texts) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    LanguageTexts {
        texts = Map.copyOf(texts);
    }

    static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    Optional<String> known(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** The text, with each name of a place followed by what goes there. */
    String text(String key, String... filled) {
        Map<String, Phrase> places = new HashMap<>();
        for (int i = 0; i < filled.length; i += 2) {
            places.put(filled[i], Phrase.of(filled[i + 1]));
        }
        return phrase(key, places).words();
    }

    Phrase phrase(String key, String place, Phrase filled) {
        return phrase(key, Map.of(place, filled));
    }

    Phrase phrase(String key, Map<String, Phrase> places) {
        String template = known(key).orElseThrow(() -> new IllegalStateException("there is no text " + key));
        List<Inline> parts = new ArrayList<>();
        int end = 0;
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            parts.add(new Inline.Text(template.substring(end, place.start())));
            parts.addAll(filled(place.group(1), places).parts());
            end = place.end();
        }
        parts.add(new Inline.Text(template.substring(end)));
        return new Phrase(parts);
    }

    private static Phrase filled(String place, Map<String, Phrase> places) {
        return Optional.ofNullable(places.get(place))
                .orElseThrow(() -> new IllegalStateException("nothing goes where {" + place + "} is"));
    }
}

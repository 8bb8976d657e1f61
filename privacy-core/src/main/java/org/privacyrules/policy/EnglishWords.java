package org.privacyrules.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.privacyrules.calendar.Periods;
import org.privacyrules.calendar.RetentionTerm;

/** Values of a policy in English words, for findings and comparisons: names as declared, texts in all their languages. */
final class EnglishWords {

    private EnglishWords() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String of(Period period) {
        return period.isZero() ? "no time" : Periods.inWords(period, Locale.ENGLISH);
    }

    static Function<Optional<Period>, String> periodOr(String none) {
        return period -> period.map(EnglishWords::of).orElse(none);
    }

    static String of(RetentionTerm term) {
        return term.words(Locale.ENGLISH, UnaryOperator.identity());
    }

    static String of(LocalText text) {
        return text.languages().size() == 1 ? text.toString() : tagged(text);
    }

    private static String tagged(LocalText text) {
        return text.languages().entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(" / "));
    }

    static String of(List<LocalText> texts) {
        return joined(texts.stream().map(EnglishWords::of));
    }

    /** Languages are named if they differ between the texts that are compared. */
    static Function<List<LocalText>, String> inLanguagesOf(List<LocalText> before, List<LocalText> after) {
        boolean one = Stream.of(before, after)
                        .flatMap(List::stream)
                        .flatMap(text -> text.tags().stream())
                        .distinct()
                        .count()
                < 2;
        return one ? EnglishWords::of : texts -> joined(texts.stream().map(EnglishWords::tagged));
    }

    static String of(Party party) {
        return Stream.of(
                        party.name(),
                        labelled("number ", party.registrationNumber()),
                        labelled("address ", party.address()),
                        labelled("e-mail ", party.email()),
                        labelled("telephone ", party.phone()),
                        party.url())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    static String ofParties(List<Dated<Party>> parties) {
        return parties.stream()
                .map(each -> of(each.value()) + day(" since ", each.firstDay()) + day(" through ", each.lastDay()))
                .collect(Collectors.joining("; "));
    }

    private static String day(String label, Optional<LocalDate> day) {
        return day.map(known -> label + known).orElse("");
    }

    static String sorted(Set<String> names) {
        return joined(new TreeSet<>(names).stream());
    }

    static String sortedOr(String none, Set<String> names) {
        return names.isEmpty() ? none : sorted(names);
    }

    static String labelled(String label, Set<String> names) {
        return labelled(label, sorted(names));
    }

    static String labelled(String label, String words) {
        return words.isEmpty() ? "" : label + words;
    }

    static String sentence(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("; "));
    }

    static String joined(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }

    /** Names within a reason. */
    static String quoted(Collection<String> names) {
        return joined(names.stream().map(name -> "`" + name + "`"));
    }

    /** The names that only the first has, sorted. */
    static Set<String> without(Collection<String> names, Collection<String> others) {
        Set<String> rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }
}

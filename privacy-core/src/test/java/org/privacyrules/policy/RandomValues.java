package org.privacyrules.policy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.privacyrules.calendar.FiscalYears;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.failure.InvalidInputException;

/**
 * Values at random by their type, over few words so that two have much in common. A type that it does not know fails, so that
 * nothing new in the vocabulary stays out of the properties.
 */
final class RandomValues {

    static final List<String> NAMES = List.of("alpha", "beta", "gamma");
    static final List<String> TAGS = List.of("en", "sv", "de");
    private static final List<String> WORDS = List.of("one", "two", "three", "");
    private static final List<String> COUNTRIES = List.of("SE", "DE", "US", "IN");
    private static final List<Period> PERIODS = List.of(Period.ofMonths(1), Period.ofDays(30), Period.ofYears(1));
    private static final List<FiscalYears> FISCAL_YEARS = List.of(
            FiscalYears.calendarYears(),
            FiscalYears.endingOn(MonthDay.of(6, 30)),
            FiscalYears.endingOn(MonthDay.of(4, 30)).with(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 12, 31)));
    private static final int DEEPEST = 2;

    private final Random random;
    private int depth;

    RandomValues(Random random) {
        this.random = random;
    }

    /** A value for a component of a record; one whose type is a variable gets what the variable stands for. */
    Object of(RecordComponent component, Type... variable) {
        Type type = component.getGenericType() instanceof TypeVariable<?> ? variable[0] : component.getGenericType();
        return switch (component.getName()) {
            case "languages" -> component.getType() == List.class ? some(TAGS, 1) : texts(component);
            case "country" -> any(COUNTRIES);
            case "countries" -> Set.copyOf(some(COUNTRIES, 0));
            case "name", "event" -> any(NAMES);
            case "endOf" -> some(NAMES, 0).stream().findFirst();
            case "workingDays" -> any(List.of("monday-to-friday", "sweden"));
            case "lastDay" -> Optional.of(LocalDate.of(2027, 1, 1).plusDays(random.nextInt(3)));
            case "terms" -> type instanceof ParameterizedType ? two(RetentionTerm.class) : of(type);
            default -> of(type);
        };
    }

    private List<Object> two(Type type) {
        return List.of(of(type), of(type));
    }

    private Map<String, String> texts(RecordComponent component) {
        Map<String, String> texts = new LinkedHashMap<>();
        int least = component.getDeclaringRecord() == LocalText.class ? 0 : 1;
        some(TAGS, least).forEach(tag -> texts.put(tag, any(WORDS.subList(0, 3))));
        return texts;
    }

    Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == FiscalYears.class) {
            return any(FISCAL_YEARS);
        }
        if (plain == FiscalYears.Year.class) {
            return new FiscalYears.Year(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 30));
        }
        if (plain.isRecord()) {
            return record(plain, List.of());
        }
        if (Records.isFamily(plain)) {
            return of(kind(plain));
        }
        if (plain.isEnum()) {
            return any(List.of(plain.getEnumConstants()));
        }
        return simple(plain);
    }

    private Object simple(Class<?> type) {
        Map<Class<?>, Supplier<Object>> simple = Map.of(
                String.class, () -> any(WORDS),
                int.class, () -> 1 + random.nextInt(3),
                boolean.class, random::nextBoolean,
                Period.class, () -> any(PERIODS),
                LocalDate.class, () -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(3)),
                Instant.class, () -> Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(3))),
                MonthDay.class, () -> any(FISCAL_YEARS).regularEnd(),
                ZoneId.class, () -> ZoneId.of(any(List.of("Europe/Stockholm", "Europe/Helsinki"))));
        Supplier<Object> supplier = simple.get(type);
        if (supplier == null) {
            throw new AssertionError("no values are known of " + type + ": add them, and ways to change them");
        }
        return supplier.get();
    }

    private Class<?> kind(Class<?> sealed) {
        if (sealed == RetentionTerm.class && depth >= DEEPEST) {
            return RetentionTerm.FromEvent.class;
        }
        return any(List.of(sealed.getPermittedSubclasses()));
    }

    /** Once more if the record refuses its parts, such as a variant for nobody. */
    private Object record(Class<?> type, List<Type> variables) {
        Optional<Object> value = Optional.empty();
        while (value.isEmpty()) {
            value = tried(type, variables);
        }
        return value.get();
    }

    private Optional<Object> tried(Class<?> type, List<Type> variables) {
        depth += RetentionTerm.class.isAssignableFrom(type) ? 1 : 0;
        List<Object> parts = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            parts.add(of(component, variables.toArray(Type[]::new)));
        }
        depth -= RetentionTerm.class.isAssignableFrom(type) ? 1 : 0;
        try {
            return Optional.of(Records.create(type, parts));
        } catch (InvalidInputException refused) {
            return Optional.empty();
        }
    }

    private Object container(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        List<Type> arguments = List.of(type.getActualTypeArguments());
        if (raw.isRecord()) {
            return record(raw, arguments);
        }
        if (raw == Optional.class) {
            return random.nextBoolean() ? Optional.of(of(arguments.get(0))) : Optional.empty();
        }
        if (raw == Set.class) {
            return arguments.get(0) == String.class ? Set.copyOf(some(NAMES, 0)) : enums((Class<?>) arguments.get(0));
        }
        if (raw == List.class) {
            return list(arguments.get(0));
        }
        if (raw == Map.class) {
            return map(arguments.get(1));
        }
        throw new AssertionError("no values are known of " + type);
    }

    private Set<Object> enums(Class<?> type) {
        return new LinkedHashSet<>(some(List.of(type.getEnumConstants()), 0));
    }

    private List<Object> list(Type of) {
        List<Object> list = new ArrayList<>();
        int size = random.nextInt(3);
        while (list.size() < size) {
            Object value = of(of);
            if (!value.equals(LocalText.NONE)) {
                list.add(value);
            }
        }
        return list;
    }

    private Map<String, Object> map(Type of) {
        Map<String, Object> map = new LinkedHashMap<>();
        some(NAMES, 0).forEach(name -> map.put(name, Records.named(of(of), name)));
        return map;
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> List<T> some(List<T> all, int least) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, least + random.nextInt(all.size() + 1 - least)));
    }
}

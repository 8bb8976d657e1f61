package org.privacyrules.policy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.failure.InvalidInputException;

/**
 * One thing changed in one place. Paths follow the names of the vocabulary, so that a new component has a path before anybody
 * thinks of it.
 *
 * @param path the path that the diff is expected to name
 * @param touched the components that lead to the place
 * @param value what contains the change
 */
record Mutation(String path, Set<String> touched, Object value) {

    private Mutation(String path, Object value) {
        this(path, Set.of(), value);
    }

    /** All ways to change a record in one place, but for the name under which it is declared. */
    static List<Mutation> of(Object record, Type... variable) {
        List<Mutation> all = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (!Records.isKey(component)) {
                Type type = component.getGenericType() instanceof TypeVariable<?>
                        ? variable[0]
                        : component.getGenericType();
                for (Mutation inner : ofValue(type, Records.part(record, component), component)) {
                    inner.within(record, component).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    /** Empty if the record refuses the change. */
    private Optional<Mutation> within(Object record, RecordComponent component) {
        Set<String> more = new LinkedHashSet<>(touched);
        more.add(Records.id(component));
        try {
            Object changed = Records.with(record, component, value);
            return changed.equals(record)
                    ? Optional.empty()
                    : Optional.of(new Mutation(segment(component) + path, more, changed));
        } catch (InvalidInputException refused) {
            return Optional.empty();
        }
    }

    /** The languages of a text are told without that word, and the terms of consent under the word that people use. */
    private String segment(RecordComponent component) {
        if (component.getDeclaringRecord() == LocalText.class
                || component.getDeclaringRecord() == LawfulBasis.Consent.class) {
            return "";
        }
        boolean consent = component.getName().equals("basis") && !path.isEmpty() && touched.contains("Consent.terms");
        return "." + (consent ? "consent" : component.getName());
    }

    private Mutation with(String prefix, Function<Object, Object> around) {
        return new Mutation(prefix + path, touched, around.apply(value));
    }

    private static List<Mutation> ofValue(Type type, Object value, RecordComponent component) {
        if (type instanceof ParameterizedType generic) {
            return ofContainer(generic, value, component);
        }
        if (value instanceof RetentionTerm term) {
            return flat(Stream.concat(of(term).stream(), otherKinds(RetentionTerm.class, term)));
        }
        Class<?> plain = (Class<?>) type;
        if (Records.isFamily(plain)) {
            return Stream.concat(of(value).stream(), otherKinds(plain, value)).toList();
        }
        return plain.isRecord()
                ? of(value)
                : others(plain, value).map(other -> new Mutation("", other)).toList();
    }

    /** What is one change, wherever within it something differs. */
    private static List<Mutation> flat(Stream<Mutation> mutations) {
        return mutations
                .map(each -> new Mutation("", each.touched(), each.value()))
                .toList();
    }

    private static Stream<Mutation> otherKinds(Class<?> sealed, Object value) {
        return Stream.of(sealed.getPermittedSubclasses())
                .filter(kind -> kind != value.getClass())
                .map(kind -> new Mutation("", fresh(kind)));
    }

    private static Object fresh(Type type) {
        return new RandomValues(new Random(1)).of(type);
    }

    private static Stream<Object> others(Class<?> type, Object value) {
        if (value instanceof Enum<?> constant) {
            return Stream.of((Object[]) constant.getDeclaringClass().getEnumConstants())
                    .filter(each -> each != constant);
        }
        if (value instanceof String words) {
            return Stream.of(words + "more");
        }
        if (value instanceof Instant instant) {
            return Stream.of(instant.plusSeconds(1));
        }
        if (value instanceof LocalDate day) {
            return Stream.of(day.plusDays(1), day.minusYears(1));
        }
        RandomValues values = new RandomValues(new Random(1));
        return Stream.of(Stream.generate(() -> values.of(type))
                .filter(other -> !other.equals(value))
                .findFirst()
                .orElseThrow());
    }

    private static List<Mutation> ofContainer(ParameterizedType type, Object value, RecordComponent component) {
        Type[] arguments = type.getActualTypeArguments();
        if (value instanceof Optional<?> maybe) {
            return ofOptional(arguments[0], maybe, component);
        }
        if (value instanceof Set<?> set) {
            return List.of(new Mutation("", toggled(set, arguments[0])));
        }
        if (value instanceof List<?> list) {
            return flat(ofList(arguments[0], list, component));
        }
        return value instanceof Map<?, ?> map ? ofMap(arguments[1], map, component) : of(value, arguments);
    }

    private static List<Mutation> ofOptional(Type type, Optional<?> maybe, RecordComponent component) {
        if (maybe.isEmpty()) {
            return List.of(new Mutation("", Optional.of(fresh(type))));
        }
        Stream<Mutation> inner = ofValue(type, maybe.get(), component).stream();
        return Stream.concat(
                        Stream.of(new Mutation("", Optional.empty())), inner.map(each -> each.with("", Optional::of)))
                .toList();
    }

    private static Set<Object> toggled(Set<?> set, Type type) {
        Object one = type instanceof Class<?> plain && plain.isEnum()
                ? plain.getEnumConstants()[0]
                : RandomValues.NAMES.get(0);
        Set<Object> toggled = new HashSet<>(set);
        if (!toggled.remove(one)) {
            toggled.add(one);
        }
        return toggled;
    }

    /** One more, one less, and each of the ways to change the first. The policy's own languages are never none. */
    private static Stream<Mutation> ofList(Type type, List<?> list, RecordComponent component) {
        boolean languages = component.getName().equals("languages");
        List<Object> more = new ArrayList<>(list);
        more.add(languages ? "fi" : type == LocalText.class ? LocalText.of("en", "brand new") : fresh(type));
        List<Mutation> all = new ArrayList<>(List.of(new Mutation("", more)));
        if (!list.isEmpty()) {
            List<?> rest = list.subList(1, list.size());
            if (!languages || !rest.isEmpty()) {
                all.add(new Mutation("", rest));
            }
            ofValue(type, list.get(0), component).stream()
                    .filter(each -> !each.value().equals(LocalText.NONE))
                    .map(each -> each.with(
                            "",
                            changed -> Stream.concat(Stream.of(changed), rest.stream())
                                    .toList()))
                    .forEach(all::add);
        }
        return all.stream();
    }

    private static List<Mutation> ofMap(Type type, Map<?, ?> map, RecordComponent component) {
        String key = component.getName().equals("languages") ? "fi" : "brand-new";
        Object added = type == String.class ? "other words" : Records.named(fresh(type), key);
        List<Mutation> all = new ArrayList<>(List.of(new Mutation("." + key, with(map, key, Optional.of(added)))));
        map.forEach((name, value) -> {
            all.add(new Mutation("." + name, with(map, name, Optional.empty())));
            ofValue(type, value, component).stream()
                    .map(each -> each.with("." + name, changed -> with(map, name, Optional.of(changed))))
                    .forEach(all::add);
        });
        return all;
    }

    private static Map<Object, Object> with(Map<?, ?> map, Object key, Optional<Object> value) {
        Map<Object, Object> changed = new LinkedHashMap<>(map);
        value.ifPresentOrElse(given -> changed.put(key, given), () -> changed.remove(key));
        return changed;
    }
}

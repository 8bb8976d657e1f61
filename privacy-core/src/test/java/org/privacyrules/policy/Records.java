package org.privacyrules.policy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.privacyrules.failure.InvalidInputException;

/** Records taken apart and put together again. */
final class Records {

    private Records() {}

    /**
     * A record.
     *
     * @throws InvalidInputException if the record refuses its parts
     */
    static Object create(Class<?> type, List<Object> parts) {
        Class<?>[] types = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(parts.toArray());
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof InvalidInputException invalid) {
                throw invalid;
            }
            throw new AssertionError(refused);
        } catch (ReflectiveOperationException closed) {
            throw new LinkageError(closed.getMessage(), closed);
        }
    }

    static Object part(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException closed) {
            throw new LinkageError(closed.getMessage(), closed);
        }
    }

    static Object with(Object record, RecordComponent changed, Object value) {
        List<Object> parts = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            parts.add(component.getName().equals(changed.getName()) ? value : part(record, component));
        }
        return create(record.getClass(), parts);
    }

    /** Whether it is the name under which the record is declared; a party has a name of its own. */
    static boolean isKey(RecordComponent component) {
        return component.getName().equals("name") && component.getDeclaringRecord() != Party.class;
    }

    static Object named(Object value, String name) {
        if (value.getClass().isRecord()) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                if (isKey(component)) {
                    return with(value, component, name);
                }
            }
        }
        return value;
    }

    /** Whether it is a closed family of the vocabulary; the Java platform has some of its own. */
    static boolean isFamily(Class<?> type) {
        return type.isSealed() && type.getPackageName().startsWith("org.privacyrules");
    }

    static String id(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    /** Every component that can be reached from a type, but the keys. */
    static Set<String> components(Type type) {
        Set<String> found = new LinkedHashSet<>();
        collect(type, found);
        return found;
    }

    private static void collect(Type type, Set<String> found) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> collect(argument, found));
            collect(generic.getRawType(), found);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            for (RecordComponent component : plain.getRecordComponents()) {
                if (!isKey(component) && found.add(id(component))) {
                    collect(component.getGenericType(), found);
                }
            }
        } else if (type instanceof Class<?> plain && isFamily(plain)) {
            Stream.of(plain.getPermittedSubclasses()).forEach(kind -> collect(kind, found));
        }
    }
}

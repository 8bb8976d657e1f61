package org.privacyrules.jdbc.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a statement with its parameters, in their order. */
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    static Sql of(String text, @Nullable Object... parameters) {
        return new Sql().add(text, parameters);
    }

    Sql add(String more, @Nullable Object... values) {
        text.append(more);
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    Sql add(Sql more) {
        text.append(more.text);
        parameters.addAll(more.parameters);
        return this;
    }

    /** The pieces with a word between them, each in parentheses if there are several. */
    static Sql joined(String word, Collection<Sql> pieces) {
        if (pieces.size() == 1) {
            return pieces.iterator().next();
        }
        Sql all = new Sql();
        for (Sql piece : pieces) {
            all.add(all.isEmpty() ? "(" : ") " + word + " (").add(piece);
        }
        return all.isEmpty() ? all : all.add(")");
    }

    boolean isSameAs(Sql other) {
        return text().equals(other.text()) && Arrays.deepEquals(parameters(), other.parameters());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    String text() {
        return text.toString();
    }

    @Nullable
    Object[] parameters() {
        return parameters.toArray();
    }

    @Override
    public String toString() {
        return text();
    }
}

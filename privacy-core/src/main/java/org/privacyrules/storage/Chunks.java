package org.privacyrules.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.privacyrules.subject.SubjectId;

/** Cuts many commands into transactions. */
public final class Chunks {

    /** How many commands are recorded in one transaction. */
    public static final int SIZE = 500;

    private Chunks() {}

    /**
     * The commands in chunks, in each of which those of one subject lie together and subjects come in their order: two nodes
     * that record for the same subjects then wait for each other in the same order and cannot deadlock. The order of one
     * subject's commands is kept.
     *
     * @param commands in the order in which they are to be recorded
     * @param subject whom a command concerns
     * @param <T> their type
     * @return at most {@value #SIZE} in each
     */
    public static <T> List<List<T>> bySubject(List<T> commands, Function<T, SubjectId> subject) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < commands.size(); from += SIZE) {
            List<T> chunk = commands.subList(from, Math.min(commands.size(), from + SIZE));
            chunks.add(chunk.stream().sorted(Comparator.comparing(subject)).toList());
        }
        return chunks;
    }
}

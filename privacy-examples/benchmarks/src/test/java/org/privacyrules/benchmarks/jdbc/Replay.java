package org.privacyrules.benchmarks.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.privacyrules.benchmarks.jdbc.Recorder.Parameter;
import org.privacyrules.benchmarks.jdbc.Recorder.Sent;

/**
 * One of the library's commands without the library: its statements, taken from two recordings of it. What differs between them
 * belongs to the one call: the subject, or an id, which is new in each replay. All else is the same each time.
 */
final class Replay {

    private static final int MILLIS_SHIFT = 16;

    private final List<Step> steps;

    /** What a call takes as a parameter. */
    private interface Value {
        Object of(byte[] key, UUID[] ids);
    }

    private record Step(String sql, List<Value> values) {}

    private Replay(List<Step> steps) {
        this.steps = steps;
    }

    /** Two recordings of one command for different subjects, without what opens and ends a transaction. */
    static Replay of(List<Sent> one, String key, List<Sent> other) {
        List<Object> ids = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        List<Sent> ones = statements(one);
        List<Sent> others = statements(other);
        if (ones.size() != others.size()) {
            throw new IllegalStateException("Two recordings of one command differ");
        }
        for (int i = 0; i < ones.size(); i++) {
            steps.add(step(ones.get(i), others.get(i), key, ids));
        }
        return new Replay(steps);
    }

    private static List<Sent> statements(List<Sent> recorded) {
        return recorded.stream().filter(sent -> !sent.parameters().isEmpty()).toList();
    }

    private static Step step(Sent one, Sent other, String key, List<Object> ids) {
        List<Value> values = new ArrayList<>();
        for (Map.Entry<Integer, Parameter> parameter : one.parameters().entrySet()) {
            Object mine = parameter.getValue().value();
            Object others = other.parameters().get(parameter.getKey()).value();
            values.add(value(mine, others, key, ids));
        }
        return new Step(one.sql(), values);
    }

    private static Value value(Object mine, Object others, String key, List<Object> ids) {
        if (Objects.deepEquals(mine, key)) {
            return (subject, fresh) -> new String(subject, StandardCharsets.UTF_8);
        }
        if (Objects.deepEquals(mine, key.getBytes(StandardCharsets.UTF_8))) {
            return (subject, fresh) -> subject;
        }
        boolean isId = mine instanceof UUID || (mine instanceof byte[] bytes && bytes.length == 2 * Long.BYTES);
        if (!isId || Objects.deepEquals(mine, others)) {
            return (subject, fresh) -> mine;
        }
        int id = position(ids, mine);
        return mine instanceof UUID ? (subject, fresh) -> fresh[id] : (subject, fresh) -> bytes(fresh[id]);
    }

    private static int position(List<Object> ids, Object wanted) {
        for (int i = 0; i < ids.size(); i++) {
            if (Objects.deepEquals(ids.get(i), wanted)) {
                return i;
            }
        }
        ids.add(wanted);
        return ids.size() - 1;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    int size() {
        return steps.size();
    }

    void run(Connection connection, String key) throws SQLException {
        UUID[] ids = new UUID[8];
        Arrays.setAll(ids, i -> inOrderOfTime());
        byte[] subject = key.getBytes(StandardCharsets.UTF_8);
        for (Step step : steps) {
            try (PreparedStatement statement = connection.prepareStatement(step.sql())) {
                for (int i = 0; i < step.values().size(); i++) {
                    statement.setObject(i + 1, step.values().get(i).of(subject, ids));
                }
                drain(statement);
            }
        }
    }

    /** As the library's entries have it, so that they lie at the end of their index. */
    private static UUID inOrderOfTime() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                System.currentTimeMillis() << MILLIS_SHIFT | 0x7000 | random.nextInt(0x1000),
                random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    private static void drain(PreparedStatement statement) throws SQLException {
        boolean isResult = statement.execute();
        while (isResult || statement.getUpdateCount() != -1) {
            if (isResult) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
            isResult = statement.getMoreResults();
        }
    }
}

package org.privacyrules.jdbc.leaks;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.BaseStream;

/** What an object says of itself when somebody writes it into a log. */
final class Said {

    private static final int DEEP = 6;

    private Said() {}

    /** The stack trace with causes and what was suppressed, as text. */
    static String textOf(Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        thrown.printStackTrace(out);
        out.println(thrown.getLocalizedMessage());
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            for (SQLException next = each instanceof SQLException sql ? sql.getNextException() : null;
                    next != null;
                    next = next.getNextException()) {
                next.printStackTrace(out);
            }
        }
        return text.toString();
    }

    /** Its toString and that of everything of ours that can be had from it. A text alone is what the caller asked for. */
    static String textOf(Object answer) {
        StringBuilder text = new StringBuilder();
        append(answer, text, 0);
        return text.toString();
    }

    private static void append(Object object, StringBuilder text, int depth) {
        if (object == null || object instanceof String || object instanceof BaseStream || depth > DEEP) {
            return;
        }
        if (object instanceof Collection<?> many) {
            many.forEach(each -> append(each, text, depth + 1));
        } else if (object instanceof Optional<?> some) {
            some.ifPresent(each -> append(each, text, depth + 1));
        } else if (object instanceof Map<?, ?> map) {
            append(map.values(), text, depth + 1);
            append(map.keySet(), text, depth + 1);
        } else if (object.getClass().getName().startsWith("org.privacyrules.")
                && !object.getClass().getName().startsWith("org.privacyrules.policy.")) {
            text.append(object).append('\n');
            if (object instanceof Record record) {
                appendParts(record, text, depth);
            }
        }
    }

    private static void appendParts(Record record, StringBuilder text, int depth) {
        for (RecordComponent part : record.getClass().getRecordComponents()) {
            try {
                append(part.getAccessor().invoke(record), text, depth + 1);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

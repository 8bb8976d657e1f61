package org.privacyrules.jdbc.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.privacyrules.disposal.KeptSubjects;
import org.privacyrules.disposal.MappedData.Part;
import org.privacyrules.jdbc.data.MappedTable.Target;
import org.privacyrules.subject.SubjectId;

/** Which rows a hold or a restriction keeps, as SQL. */
final class KeptRows {

    private final DuePredicate predicate;
    private final DataDialect data;
    private final Target target;

    KeptRows(DuePredicate predicate, DataDialect data, Target target) {
        this.predicate = predicate;
        this.data = data;
        this.target = target;
    }

    /** That something keeps a row; empty if nothing can. */
    Sql isKept(KeptSubjects kept) {
        List<Sql> ways = new ArrayList<>();
        for (Part part : target.data().parts()) {
            if (kept.keepsAllOf(part.category())) {
                return Sql.of("1 = 1");
            }
            List<byte[]> keys = keys(kept, part);
            if (!keys.isEmpty() && !part.person().isEmpty()) {
                ways.add(isOneOf(part, keys));
            }
        }
        return Sql.joined("or", ways);
    }

    /** That nothing keeps a row; empty if nothing can. */
    Sql isNotKept(KeptSubjects kept) {
        List<Sql> needed = new ArrayList<>();
        for (Part part : target.data().parts()) {
            if (kept.keepsAllOf(part.category())) {
                return Sql.of("1 = 0");
            }
            List<byte[]> keys = keys(kept, part);
            if (!keys.isEmpty() && !part.person().isEmpty()) {
                String person = predicate.value(part.person());
                needed.add(Sql.of("(" + person + " is null or not (")
                        .add(isOneOf(part, keys))
                        .add("))"));
            }
        }
        return Sql.joined("and", needed);
    }

    /** By the column's own comparison, which is quick, and then by bytes, which are exact. */
    private Sql isOneOf(Part part, List<byte[]> keys) {
        String value = predicate.value(part.person());
        HostColumn column = Objects.requireNonNull(target.table().people().get(part.person()))
                .column();
        List<Object[]> values = new ArrayList<>();
        for (byte[] key : keys) {
            DataDialect.hostValue(column, new String(key, StandardCharsets.UTF_8))
                    .ifPresent(each -> values.add(new Object[] {each}));
        }
        return values.isEmpty()
                ? Sql.of("1 = 0")
                : Sql.of("(")
                        .add(data.single(value, column, values))
                        .add(" and ")
                        .add(data.isOneOf(data.bytes(value), keys))
                        .add(")");
    }

    private static List<byte[]> keys(KeptSubjects kept, Part part) {
        return kept.subjectsKept(part.category()).stream()
                .sorted()
                .map(SubjectId::toBytes)
                .toList();
    }
}

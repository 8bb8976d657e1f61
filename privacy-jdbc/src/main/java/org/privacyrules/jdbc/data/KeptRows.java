package org.privacyrules.jdbc.data;

import java.util.ArrayList;
import java.util.List;
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
                ways.add(data.isOneOf(data.bytes(predicate.value(part.person())), keys));
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
                        .add(data.isOneOf(data.bytes(person), keys))
                        .add("))"));
            }
        }
        return Sql.joined("and", needed);
    }

    private static List<byte[]> keys(KeptSubjects kept, Part part) {
        return kept.subjectsKept(part.category()).stream()
                .sorted()
                .map(SubjectId::toBytes)
                .toList();
    }
}

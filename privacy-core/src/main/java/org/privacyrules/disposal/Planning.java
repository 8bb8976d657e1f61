package org.privacyrules.disposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.privacyrules.disposal.DisposalPlan.Planned;
import org.privacyrules.retention.DueRules;
import org.privacyrules.retention.Retention;
import org.privacyrules.subject.OperationId;

/** Makes plans: one statement for each kind of data. */
final class Planning {

    /** How many months a plan looks ahead. */
    static final int MONTHS = 12;

    private final MappedTables tables;
    private final Retention retention;

    Planning(MappedTables tables, Retention retention) {
        this.tables = tables;
        this.retention = retention;
    }

    /**
     * A plan.
     *
     * @param rules what counts
     * @param before what counted when a sweep finished last, if that is another version
     * @param kept what holds and restrictions keep
     */
    DisposalPlan plan(DueRules rules, Optional<DueRules> before, KeptSubjects kept, Instant at) {
        LocalDate today = LocalDate.ofInstant(rules.at(), rules.zone());
        List<LocalDate> months = new ArrayList<>();
        List<DueRules> later = new ArrayList<>();
        for (int i = 1; i <= MONTHS; i++) {
            LocalDate month = today.withDayOfMonth(1).plusMonths(i);
            months.add(month);
            later.add(retention.rulesAt(month.atStartOfDay(rules.zone()).toInstant()));
        }
        List<Planned> planned = new ArrayList<>();
        for (MappedData data : tables.mapped()) {
            TallyQuestion question = new TallyQuestion(
                    DueData.of(data, rules),
                    later.stream().map(month -> DueData.of(data, month)).toList(),
                    before.map(old -> DueData.of(data, old)),
                    kept);
            planned.add(new Planned(data, tables.count(question)));
        }
        return new DisposalPlan(
                OperationId.random(), at, today, rules.policy().version(), months, planned, tables.advice());
    }
}

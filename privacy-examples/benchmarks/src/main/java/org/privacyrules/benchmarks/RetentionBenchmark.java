package org.privacyrules.benchmarks;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.privacyrules.PrivacyRules;
import org.privacyrules.calendar.FiscalYears;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.calendar.RetentionTerm.FromEvent;
import org.privacyrules.calendar.TermCalendar;
import org.privacyrules.calendar.WorkingDays;
import org.privacyrules.fact.Fact;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.retention.Keeping;
import org.privacyrules.subject.SubjectId;

/** What due dates and the justifications of one subject cost. */
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1)
public class RetentionBenchmark {

    private static final int DAYS = 1024;

    /** Days of events, and a term. */
    @State(Scope.Benchmark)
    public static class Terms {

        /** A kind of term that is common. */
        @Param({"months", "books", "broken-fiscal-year", "first-working-day"})
        public String term = "";

        private final LocalDate[] days = new LocalDate[DAYS];
        private FromEvent chain = RetentionTerm.from("it-happened");
        private TermCalendar calendar = TermCalendar.PLAIN;

        /** Makes them. */
        @Setup
        public void make() {
            Random random = new Random(1);
            for (int i = 0; i < DAYS; i++) {
                days[i] = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(12_000));
            }
            FromEvent event = RetentionTerm.from("it-happened");
            FromEvent books = event.toEndOfFiscalYear().toEndOfCalendarYear().plus(Period.ofYears(7));
            chain = switch (term) {
                case "months" -> event.plus(Period.ofMonths(18));
                case "first-working-day" -> event.plus(Period.ofYears(2)).toFirstWorkingDayOfNextMonth();
                default -> books;
            };
            FiscalYears years = term.equals("broken-fiscal-year")
                    ? FiscalYears.endingOn(MonthDay.of(4, 30)).with(LocalDate.of(2018, 5, 1), LocalDate.of(2019, 8, 31))
                    : FiscalYears.calendarYears();
            calendar = new TermCalendar(years, WorkingDays.sweden());
        }
    }

    /** One subject of a company with 40 purposes, 60 categories and 200 pairs of them. */
    @State(Scope.Benchmark)
    public static class Subject {

        private final SettableClock clock = new SettableClock(
                LocalDate.of(2026, 1, 1).atStartOfDay(Company.ZONE).toInstant());
        private final PrivacyRules rules = PrivacyRules.builder()
                .tenant("benchmark")
                .storage(MemoryStorage.create())
                .clock(clock)
                .policy(Company.ofRules(200).policy())
                .publishOnStart()
                .build();
        private final SubjectId subject = SubjectId.of("subject");

        /** The subject is a customer whose contract has ended. */
        @Setup
        public void make() {
            rules.subjects().report(subject, "customer", Fact.since(LocalDate.of(2021, 1, 1)));
            rules.subjects().reportEvent(subject, "left", LocalDate.of(2025, 6, 30));
        }
    }

    /**
     * Due dates of {@value #DAYS} events.
     *
     * @param terms the term
     * @param sink takes them
     */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(DAYS)
    public void dueDates(Terms terms, Blackhole sink) {
        for (LocalDate day : terms.days) {
            sink.consume(terms.chain.lastDay(day, terms.calendar));
        }
    }

    /**
     * The inverse for {@value #DAYS} days.
     *
     * @param terms the term
     * @param sink takes them
     */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(DAYS)
    public void latestEvents(Terms terms, Blackhole sink) {
        for (LocalDate day : terms.days) {
            sink.consume(terms.chain.latestEvent(day, terms.calendar));
        }
    }

    /**
     * All justifications of the subject: 40 purposes, 200 pairs of purpose and category.
     *
     * @param subject of whom
     * @return by category
     */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public List<Keeping> justifications(Subject subject) {
        return subject.rules.retention().of(subject.subject).all();
    }
}

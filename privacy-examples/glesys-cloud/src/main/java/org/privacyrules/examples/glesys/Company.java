package org.privacyrules.examples.glesys;

import java.time.LocalDateTime;
import java.util.List;
import org.privacyrules.PrivacyRules;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.SchemaScripts;
import org.privacyrules.subject.Permits;

/** A hosting company: its clock, its tables and its privacy rules, which are kept in the same database. */
final class Company implements AutoCloseable {

    private static final LocalDateTime START = LocalDateTime.of(2018, 5, 7, 8, 0);

    private final Permits permits = Permits.create();
    private final TourClock clock = TourClock.startingAt(START, CompanyPolicy.ZONE);
    private final CompanyDatabase database;
    private final PrivacyRules privacy;
    private final Cast cast;

    private Company(CompanyDatabase database) {
        this.database = database;
        this.cast = new Cast(Customer.allIn(database));
        SchemaScripts.forDatabase(database.dataSource()).apply(database.dataSource());
        JdbcStorage storage = JdbcStorage.on(database.dataSource());
        this.privacy = PrivacyRules.builder()
                .tenant("glesys")
                .policy(CompanyPolicy.OF_MAY_2018)
                .publishOnStart()
                .storage(storage)
                .personalData(CompanyTables.mapped(storage))
                .permits(permits)
                .clock(clock)
                .build();
    }

    /** A company with people who have been its customers, and other things, for years. */
    static Company with(int people, Console console) {
        CompanyDatabase database = CompanyDatabase.create();
        try (Progress progress = console.progress("People with a history since 2009", people)) {
            CompanyHistory.write(database, people, progress);
        }
        return new Company(database);
    }

    TourClock clock() {
        return clock;
    }

    CompanyDatabase database() {
        return database;
    }

    PrivacyRules privacy() {
        return privacy;
    }

    /** In the hands of those who may release a hold. */
    Permits permits() {
        return permits;
    }

    Cast cast() {
        return cast;
    }

    List<Customer> customers() {
        return Customer.allIn(database);
    }

    @Override
    public void close() {
        database.close();
    }
}

package org.privacyrules.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.privacyrules.PrivacyRules;
import org.privacyrules.contract.AnyPast;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** A rule that a database can look up says of every datum what its own answer says. */
class DueRulesPropertyTest {

    private static final Tenant SHOP = new Tenant("shop");

    /** When the first version starts. */
    private static final Instant FIRST = Instant.parse("2020-01-02T00:00:00Z");

    @Property(tries = 400)
    void a_datum_meets_the_condition_if_and_only_if_nothing_justifies_it_any_more(@ForAll long seed) {
        AnyPast past = new AnyPast(seed);
        SettableClock clock = new SettableClock(past.now());
        Instant now = clock.instant();
        MemoryStorage storage = MemoryStorage.create();
        PrivacyRules.Builder builder = PrivacyRules.builder()
                .tenant(SHOP.name())
                .storage(storage)
                .clock(clock)
                .publishOnStart();
        past.versions.forEach(builder::policy);
        PrivacyRules rules = builder.build();
        for (int person = 0; person < 4; person++) {
            SubjectId subject = SubjectId.of("person-" + person);
            past.happenTo(rules, clock, subject, now);
            KnownSubject known = storage.forTenant(SHOP).knownSubjects().find(subject);
            for (String category : AnyPast.CATEGORIES) {
                Set<String> own = past.ownEvents();
                Map<String, LocalDate> happened = past.happened(own);
                clock.set(now);
                Instant due = compare(rules, subject, known, category, own, happened)
                        .dueFrom()
                        .orElse(Instant.MIN);
                if (due.isAfter(FIRST)) {
                    clock.set(due.minusNanos(1));
                    compare(rules, subject, known, category, own, happened);
                    clock.set(due);
                    compare(rules, subject, known, category, own, happened);
                }
            }
        }
    }

    private static Keeping compare(
            PrivacyRules rules,
            SubjectId subject,
            KnownSubject known,
            String category,
            Set<String> own,
            Map<String, LocalDate> happened) {
        Keeping keeping = rules.retention().of(subject).of(category, own, happened);
        DueRule rule = rules.retention().rules().of(category, own);
        boolean over = keeping.dueFrom()
                .filter(from -> !from.isAfter(keeping.decidedAt()))
                .isPresent();
        boolean everJustified = keeping.justifications().stream()
                .anyMatch(each -> each.standing().hasBegun());
        assertEquals(over, rule.over().isMetBy(known, happened), keeping::explanation);
        assertEquals(over && everJustified, rule.due().isMetBy(known, happened), keeping::explanation);
        return keeping;
    }
}

package org.privacyrules.jdbc.mixups;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.privacyrules.Storage;
import org.privacyrules.contract.Fixture;
import org.privacyrules.decision.Aspects;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.decision.KnownSubjects;
import org.privacyrules.decision.KnownSubjects.Listed;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.jdbc.mixups.Deed.Doer;
import org.privacyrules.jdbc.mixups.Who.Pair;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/**
 * Does everything to one of each pair and looks whether the rows of anybody else have changed, and whether every read says what it
 * says where nothing can be confused: in memory, where keys are compared as Java compares strings.
 */
final class MixUps {

    private static final Instant ALWAYS = Instant.parse("9998-01-01T00:00:00Z");
    private static final Aspects ASPECTS = new Aspects(
            Set.of(Fixture.CUSTOMER, Fixture.VISITOR, FactEvent.COUNTRY, FactEvent.OF_AGE, FactEvent.NOTICE),
            Set.of("relation-ended", Fixture.CUSTOMER),
            Set.copyOf(Fixture.PURPOSES));

    private final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(10)));
    private final Map<Tenant, Doer> tested = new HashMap<>();
    private final Map<Tenant, Doer> trusted = new HashMap<>();
    private final Map<Who, String> ids = new HashMap<>();
    private final List<String> found = new ArrayList<>();
    private final DataSource rows;
    private final List<Who> bystanders;
    private final List<Who> acting;
    private Rows before;

    private MixUps(Storage storage, DataSource rows, List<Pair> pairs) {
        this.rows = rows;
        this.before = Rows.of(rows);
        this.bystanders = pairs.stream().map(Pair::one).toList();
        this.acting = pairs.stream().map(Pair::other).toList();
        Storage memory = MemoryStorage.create();
        for (Tenant tenant : everybody().map(Who::tenant).distinct().toList()) {
            tested.put(tenant, doer(storage, tenant));
            trusted.put(tenant, doer(memory, tenant));
        }
        for (int i = 0; i < pairs.size(); i++) {
            // The same ids for both of a pair: an operation belongs to one subject.
            ids.put(bystanders.get(i), "pair " + i);
            ids.put(acting.get(i), "pair " + i);
        }
    }

    /**
     * Looks for mix-ups.
     *
     * @param storage under test
     * @param rows where its rows are
     * @param pairs nobody is in two of them
     * @return what went wrong, empty if nothing did
     */
    static List<String> in(Storage storage, DataSource rows, List<Pair> pairs) {
        MixUps mixUps = new MixUps(storage, rows, pairs);
        mixUps.look();
        return mixUps.found;
    }

    private Doer doer(Storage storage, Tenant tenant) {
        return new Doer(Fixture.rules(storage, tenant.name(), clock), storage.forTenant(tenant), clock);
    }

    private Stream<Who> everybody() {
        return Stream.concat(bystanders.stream(), acting.stream());
    }

    private void look() {
        for (Deed first : List.of(Deed.BEGIN_CUSTOMER, Deed.COUNTRY, Deed.GIVE)) {
            does(first, bystanders);
        }
        comparesReads();
        for (Deed deed : Deed.values()) {
            does(deed, acting);
            if (!found.isEmpty()) {
                return;
            }
        }
        comparesReads();
    }

    private void does(Deed deed, List<Who> to) {
        clock.advance(Duration.ofMinutes(1));
        for (Who who : to) {
            OperationId operation = operation(who, deed);
            deed.on(trusted.get(who.tenant()), who, operation);
            try {
                deed.on(tested.get(who.tenant()), who, operation);
            } catch (RuntimeException e) {
                found.add(deed + " to " + who + " failed: " + e);
            }
        }
        Rows after = Rows.of(rows);
        Set<Who> meant = new TreeSet<>(to);
        if (deed.hasCompanion()) {
            to.forEach(who -> meant.add(new Who(who.tenant(), Deed.companion(who))));
        }
        Set<Who> all = new TreeSet<>(before.byPerson().keySet());
        all.addAll(after.byPerson().keySet());
        all.addAll(meant);
        for (Who who : all) {
            boolean changed = !before.of(who).equals(after.of(who));
            if (changed != meant.contains(who)) {
                found.add(deed + (changed ? " changed " : " did not change ") + who);
            }
        }
        if (!after.nobodys().isEmpty()) {
            found.add(deed + " left rows of nobody: " + after.nobodys());
        }
        before = after;
    }

    private OperationId operation(Who who, Deed deed) {
        return OperationId.derived(deed.name(), ids.get(who));
    }

    private void comparesReads() {
        everybody().forEach(this::comparesReadsOf);
        Map<Tenant, List<Who>> byTenant = everybody().collect(Collectors.groupingBy(Who::tenant));
        byTenant.forEach((tenant, whos) -> {
            List<SubjectId> subjects = whos.stream().map(Who::subject).sorted().toList();
            compare("findAll of " + tenant, all(tested, tenant, subjects), all(trusted, tenant, subjects));
            compare("list of " + tenant, listing(tested, tenant), listing(trusted, tenant));
            compare(
                    "permitted of " + tenant,
                    permitted(tested, tenant, subjects),
                    permitted(trusted, tenant, subjects));
        });
    }

    private void comparesReadsOf(Who who) {
        Doer is = tested.get(who.tenant());
        Doer should = trusted.get(who.tenant());
        SubjectId subject = who.subject();
        compare("find " + who, known(is, subject), known(should, subject));
        compare(
                "check " + who,
                is.rules().decisions().check(subject, "tracking").explanation(),
                should.rules().decisions().check(subject, "tracking").explanation());
        compare("journal of " + who, journal(is, subject), journal(should, subject));
        for (Deed deed : List.of(Deed.GIVE, Deed.WITHDRAW)) {
            OperationId operation = operation(who, deed);
            compare(
                    "recorded " + who,
                    is.rules().recorded(subject, operation).isPresent(),
                    should.rules().recorded(subject, operation).isPresent());
        }
    }

    private static KnownSubject known(Doer doer, SubjectId subject) {
        return doer.ports().knownSubjects().find(subject);
    }

    private static List<String> journal(Doer doer, SubjectId subject) {
        return doer.ports().journal().entries(subject, ALWAYS).stream()
                .map(stored -> stored.sequence()
                        + stored.entry().kind()
                        + stored.entry().purpose()
                        + stored.entry().operation()
                        + stored.entry().payload().canonical())
                .toList();
    }

    private static List<KnownSubject> all(Map<Tenant, Doer> doers, Tenant tenant, List<SubjectId> subjects) {
        KnownSubjects known = doers.get(tenant).ports().knownSubjects();
        List<KnownSubject> all = new ArrayList<>();
        for (int from = 0; from < subjects.size(); from += known.chunkSize()) {
            int to = Math.min(subjects.size(), from + known.chunkSize());
            all.addAll(known.findAll(subjects.subList(from, to), ASPECTS));
        }
        return all;
    }

    private static Map<SubjectId, KnownSubject> listing(Map<Tenant, Doer> doers, Tenant tenant) {
        KnownSubjects known = doers.get(tenant).ports().knownSubjects();
        Map<SubjectId, KnownSubject> all = new TreeMap<>();
        List<Listed> page = known.list(ASPECTS, Optional.empty());
        while (!page.isEmpty()) {
            page.forEach(each -> all.put(each.subject(), each.known()));
            page = known.list(ASPECTS, Optional.of(page.get(page.size() - 1).subject()));
        }
        return all;
    }

    private static List<SubjectId> permitted(Map<Tenant, Doer> doers, Tenant tenant, Collection<SubjectId> subjects) {
        return doers.get(tenant)
                .rules()
                .decisions()
                .permitted("account", subjects.stream())
                .toList();
    }

    private void compare(String what, Object is, Object should) {
        if (!is.equals(should)) {
            found.add(what + " is another's: " + is);
        }
    }
}

package org.privacyrules.jdbc.mixups;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.privacyrules.PrivacyRules;
import org.privacyrules.Storage;
import org.privacyrules.TenantStorage;
import org.privacyrules.consent.ConsentEvent;
import org.privacyrules.contract.Fixture;
import org.privacyrules.document.StoredPolicy;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.failure.PrivacyException;
import org.privacyrules.failure.StorageException;
import org.privacyrules.ledger.EntryId;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.policy.ContentHash;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Puts texts wherever the ports take one, also where the front door lets none through, and looks what came of it. */
final class HostileTexts {

    private static final Instant ALWAYS = Instant.parse("9998-01-01T00:00:00Z");
    private static final int LONGEST = 64;

    private final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(10)));
    private final Storage storage;
    private final DataSource rows;
    private final String tenant = UUID.randomUUID().toString();
    private final TenantStorage ports;
    private final PrivacyRules rules;
    private final JournalEntry fact;
    private final JournalEntry consent;
    private final SubjectId bystander = SubjectId.of("bystander");

    HostileTexts(Storage storage, DataSource rows) {
        this.storage = storage;
        this.rows = rows;
        ports = storage.forTenant(new Tenant(tenant));
        rules = Fixture.rules(storage, tenant, clock);
        rules.subjects().reportCountry(bystander, "SE");
        rules.consents().withdraw(bystander, "tracking", Fixture.said());
        List<StoredEntry> entries = ports.journal().entries(bystander, ALWAYS);
        fact = entries.get(0).entry();
        consent = entries.get(1).entry();
    }

    /** As values of a fact, names of a purpose and of a version; what the database cannot hold is refused, nothing else. */
    List<String> recorded(List<String> texts) {
        List<String> wrong = new ArrayList<>();
        List<String> before = Rows.of(rows).of(who());
        Set<SubjectId> known = new TreeSet<>(Set.of(bystander));
        for (String text : texts) {
            SubjectId subject = SubjectId.of("subject " + known.size());
            if (record(subject, text, wrong)) {
                known.add(subject);
            }
        }
        Rows after = Rows.of(rows);
        Set<SubjectId> stored = after.byPerson().keySet().stream()
                .filter(who -> who.tenant().name().equals(tenant))
                .map(Who::subject)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!stored.equals(known)) {
            wrong.add("other people are known than those that were recorded");
        }
        if (!before.equals(after.of(who()))) {
            wrong.add("the bystander has changed");
        }
        return wrong;
    }

    private Who who() {
        return new Who(new Tenant(tenant), bystander);
    }

    private boolean record(SubjectId subject, String text, List<String> wrong) {
        String name = text.codePoints()
                .limit(LONGEST / 2)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        JournalEntry entry = fact(subject, FactEvent.COUNTRY, name, name);
        try {
            ports.transactions().oneCall(open -> ports.facts().record(open, FactEvent.read(entry)));
        } catch (StorageException e) {
            if (name.indexOf('\0') < 0) {
                wrong.add(new Who(new Tenant(tenant), SubjectId.of("value of " + name)) + " was refused: " + e);
            }
            return false;
        }
        JournalEntry read = ports.journal().entries(subject, ALWAYS).get(0).entry();
        String value =
                ports.knownSubjects().find(subject).fact(FactEvent.COUNTRY).value();
        if (!read.equals(entry) || !value.equals(name)) {
            wrong.add("stored otherwise: " + name);
        }
        return true;
    }

    private JournalEntry fact(SubjectId subject, String name, String value, String version) {
        Map<String, String> members =
                new HashMap<>(Map.of("fact", name, "effective", clock.instant().toString(), "value", value));
        members.put("actor", fact.payload().require("actor"));
        return new JournalEntry(
                EntryId.at(clock.instant()),
                OperationId.random(),
                subject,
                clock.instant(),
                fact.kind(),
                version,
                "",
                Payload.of(members));
    }

    /** As names of purposes and facts of one subject: each is one of its own. */
    List<String> recordedOfOne(List<String> names) {
        List<String> wrong = new ArrayList<>();
        SubjectId subject = SubjectId.of("subject of all");
        for (String name : names) {
            JournalEntry no = new JournalEntry(
                    EntryId.at(clock.instant()),
                    OperationId.random(),
                    subject,
                    clock.instant(),
                    consent.kind(),
                    name,
                    name,
                    consent.payload());
            JournalEntry told = fact(subject, name, name, name);
            ports.transactions()
                    .oneCall(open ->
                            ports.consents().record(open, ConsentEvent.read(new StoredEntry(no, 0, clock.instant()))));
            ports.transactions().oneCall(open -> ports.facts().record(open, FactEvent.read(told)));
        }
        var known = ports.knownSubjects().find(subject);
        for (int i = 0; i < names.size(); i++) {
            if (known.consent(names.get(i)).sequence() != 2 * i + 1
                    || !known.fact(names.get(i)).value().equals(names.get(i))) {
                wrong.add(names.get(i));
            }
        }
        return wrong;
    }

    /** As names of the policy, at the front door: none is known, none is repeated to a log unless it looks like a name. */
    List<String> asked(List<String> texts) {
        List<String> wrong = new ArrayList<>();
        Rows before = Rows.of(rows);
        for (String text : texts) {
            refuses(text, wrong, () -> rules.decisions().check(bystander, text));
            refuses(text, wrong, () -> rules.consents().withdraw(bystander, text, Fixture.said()));
            refuses(text, wrong, () -> rules.consents().give(bystander, text, Fixture.shown("text")));
            refuses(
                    text,
                    wrong,
                    () -> rules.subjects()
                            .report(bystander, text, org.privacyrules.fact.Fact.since(Fixture.longAgo())));
            refuses(text, wrong, () -> rules.subjects().reportCountry(bystander, text));
            refuses(text, wrong, () -> Fixture.rules(storage, text, clock));
        }
        if (!before.equals(Rows.of(rows))) {
            wrong.add("something has changed");
        }
        return wrong;
    }

    private static void refuses(String text, List<String> wrong, Runnable asked) {
        try {
            asked.run();
            if (!text.matches("[A-Za-z0-9._-]{1,64}")) {
                wrong.add("taken: " + text);
            }
        } catch (PrivacyException e) {
            boolean isName = text.matches("[A-Za-z0-9_.-]{1,64}");
            if (text.length() > 12 && !isName && String.valueOf(e.getMessage()).contains(text)) {
                wrong.add("repeated: " + e);
            }
            if (e instanceof StorageException) {
                wrong.add("reached the database: " + e);
            }
        }
    }

    /** As names and documents of versions. */
    List<String> published(List<String> texts) {
        List<StoredPolicy> policies = new ArrayList<>();
        for (String text : new TreeSet<>(texts)) {
            String document = text.replace("\0", "");
            if (text.length() <= LONGEST && !text.isBlank()) {
                policies.add(new StoredPolicy(
                        text,
                        clock.instant().plusSeconds(policies.size()),
                        ContentHash.of(document),
                        document,
                        clock.instant()));
            }
        }
        TenantStorage own = storage.forTenant(new Tenant(UUID.randomUUID().toString()));
        own.transactions().inTransaction(open -> {
            policies.forEach(policy -> own.policies().publish(open, policy));
            return policies;
        });
        return own.policies().all().equals(policies) ? List.of() : List.of("published otherwise");
    }
}

package org.privacyrules.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.calendar.Span;
import org.privacyrules.calendar.TermCalendar;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.fact.FactState;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.hold.Hold;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.RetentionEvent;
import org.privacyrules.retention.PolicyTimeline.NumberedRule;
import org.privacyrules.retention.PolicyTimeline.Use;
import org.privacyrules.retention.PolicyTimeline.Version;
import org.privacyrules.retention.Precedence.End;
import org.privacyrules.subject.SubjectId;

/**
 * What is kept of one subject and why, from one reading. The answers are as old as {@link #decidedAt()}. Not thread-safe: it
 * remembers what it has computed.
 */
public final class SubjectRetention {

    /** Without an end. */
    private static final long OPEN = Long.MAX_VALUE;

    /** Not kept at all. */
    private static final long NOT_KEPT = Long.MIN_VALUE;

    private final SubjectId subject;
    private final KnownSubject known;
    private final List<Hold> holds;
    private final PolicyTimeline timeline;
    private final Instant decidedAt;
    private final int started;
    private final PrivacyPolicy policy;
    private final ZoneId zone;
    private final Map<String, RetentionEvent> declaredEvents = new HashMap<>();
    private final Map<String, LocalDate> events;
    private final Set<String> kinds;
    private final Optional<String> country;

    /** What each rule says by the subject's own events, by its number; null as long as nobody asked. */
    private final @Nullable Applied[] applied;

    /** By the number of the purpose; null as long as nobody asked. */
    private final @Nullable Answer[] answers;

    private long convertedDay = OPEN;
    private Instant converted = Instant.MAX;

    /** What a rule says: the terms that apply to the subject, the last day of the longest, and the events that they wait for. */
    private record Applied(List<RetentionTerm> terms, long lastDay, List<String> awaited) {}

    /** What the subject and the relations say of a purpose: since when it is carried, and what has ended it. */
    private record Answer(@Nullable Instant since, End end) {}

    SubjectRetention(
            SubjectId subject, KnownSubject known, List<Hold> holds, PolicyTimeline timeline, Instant decidedAt) {
        this.subject = subject;
        this.known = known;
        this.holds = holds;
        this.timeline = timeline;
        this.decidedAt = decidedAt;
        started = timeline.startedBy(decidedAt);
        policy = timeline.versions().get(started - 1).policy();
        zone = policy.zone();
        kinds = kinds();
        events = events();
        String lives = known.fact(FactEvent.COUNTRY).value();
        country = lives.isEmpty() ? Optional.empty() : Optional.of(lives);
        applied = new @Nullable Applied[timeline.rules()];
        answers = new @Nullable Answer[timeline.purposes()];
    }

    /** A relation that begins on a later day counts, too: what may be needed is kept. */
    private Set<String> kinds() {
        Set<String> stoodIn = new HashSet<>();
        for (int i = 0; i < started; i++) {
            for (String kind :
                    timeline.versions().get(i).policy().subjectKinds().keySet()) {
                if (known.fact(kind).isKnown()) {
                    stoodIn.add(kind);
                }
            }
        }
        return stoodIn;
    }

    private Map<String, LocalDate> events() {
        Map<String, LocalDate> days = new HashMap<>();
        known.events().forEach((name, state) -> {
            if (!state.value().isEmpty()) {
                days.put(name, LocalDate.parse(state.value()));
            }
        });
        for (int i = 0; i < started; i++) {
            declaredEvents.putAll(timeline.versions().get(i).policy().events());
        }
        declaredEvents.forEach((name, event) -> event.endOf().ifPresent(kind -> atEndOf(known.fact(kind), name, days)));
        return days;
    }

    /** The relation itself counts before what was reported when the event was none of its own. */
    private void atEndOf(FactState relation, String event, Map<String, LocalDate> days) {
        if (relation.isKnown()) {
            days.remove(event);
            if (!relation.end().equals(Span.NEVER)) {
                days.put(event, LocalDate.ofInstant(relation.end().minusNanos(1), zone));
            }
        }
    }

    /**
     * When this was read.
     *
     * @return the instant as of which all answers are
     */
    public Instant decidedAt() {
        return decidedAt;
    }

    /**
     * The categories that a version of the policy has kept up to now.
     *
     * @return names, sorted
     */
    public Set<String> categories() {
        Set<String> names = new TreeSet<>();
        for (String category : timeline.categories()) {
            if (timeline.category(category, started) != null) {
                names.add(category);
            }
        }
        return names;
    }

    /**
     * All categories.
     *
     * @return by name
     */
    public List<Keeping> all() {
        List<Keeping> all = new ArrayList<>();
        for (String category : timeline.categories()) {
            DataCategory declared = timeline.category(category, started);
            if (declared != null) {
                all.add(keeping(declared, events, Set.of(), true));
            }
        }
        return all;
    }

    /**
     * A category of the subject's data, by the events that were reported of the subject.
     *
     * @param category a category that a version of the policy declares
     * @return how long it is kept, and why
     * @throws UnknownNameException with code {@code UNKNOWN_CATEGORY}
     */
    public Keeping of(String category) {
        return keeping(declared(category), events, Set.of(), true);
    }

    /**
     * One datum of a category, by its own events too: an invoice and the day on which it was issued.
     *
     * @param category a category that a version of the policy declares
     * @param own the days of the datum's own events by name, in the policy's zone; they count before those of the subject
     * @return how long it is kept, and why
     * @throws UnknownNameException with code {@code UNKNOWN_CATEGORY} or {@code UNKNOWN_EVENT}
     */
    public Keeping of(String category, Map<String, LocalDate> own) {
        return of(category, own.keySet(), own);
    }

    /**
     * One datum of a category, of which it is known that some events are its own, whether or not they have happened yet: a case that is
     * still open.
     *
     * @param category a category that a version of the policy declares
     * @param own the names of the datum's own events; those of the subject do not count in their place
     * @param happened the days of those that happened, in the policy's zone
     * @return how long it is kept, and why
     * @throws UnknownNameException with code {@code UNKNOWN_CATEGORY} or {@code UNKNOWN_EVENT}
     */
    public Keeping of(String category, Set<String> own, Map<String, LocalDate> happened) {
        for (String event : own) {
            if (!event.equals(Retention.COLLECTED) && !declaredEvents.containsKey(event)) {
                throw UnknownNameException.of("event", event, declaredEvents.keySet());
            }
        }
        Map<String, LocalDate> days = new HashMap<>(events);
        days.keySet().removeAll(own);
        happened.forEach((event, day) -> {
            if (own.contains(event)) {
                days.put(event, day);
            }
        });
        return keeping(declared(category), days, own, false);
    }

    private DataCategory declared(String category) {
        DataCategory declared = timeline.category(category, started);
        if (declared == null) {
            throw UnknownNameException.of("category", category, categories());
        }
        return declared;
    }

    private Keeping keeping(DataCategory declared, Map<String, LocalDate> days, Set<String> own, boolean remembering) {
        String category = declared.name();
        List<Justification> justifications = new ArrayList<>();
        for (Use use : timeline.uses(category)) {
            int newest = use.newest(started);
            if (newest >= 0) {
                justifications.add(justification(use, newest, declared, days, own, remembering));
            }
        }
        justifications.sort(SubjectRetention::longestFirst);
        List<Hold> covering = holds.isEmpty()
                ? List.of()
                : holds.stream()
                        .filter(hold -> hold.scope().covers(subject, category))
                        .toList();
        return new Keeping(category, justifications, covering, known.restricted(), decidedAt, policy);
    }

    /** Then by name: never the order in which something was configured. */
    private static int longestFirst(Justification one, Justification other) {
        int order = Boolean.compare(other.standing().hasBegun(), one.standing().hasBegun());
        if (order == 0) {
            order = other.until().orElse(Instant.MAX).compareTo(one.until().orElse(Instant.MAX));
        }
        return order == 0 ? one.purpose().name().compareTo(other.purpose().name()) : order;
    }

    private Justification justification(
            Use use,
            int newest,
            DataCategory category,
            Map<String, LocalDate> days,
            Set<String> own,
            boolean remembering) {
        Purpose purpose = use.purpose(newest);
        Applied said = applied(use.rule(newest), days, remembering);
        if (!covers(category)) {
            return never(purpose, category, Standing.NOT_COVERED, said.terms());
        }
        int number = use.number(newest);
        Answer answer = answers[number];
        if (answer == null) {
            answer = answer(purpose);
            answers[number] = answer;
        }
        Instant since = answer.since() == null ? firstEvent(use, purpose, days, remembering) : answer.since();
        if (since == null && !dependsOn(use, purpose, own)) {
            return never(purpose, category, Standing.NOT_BEGUN, said.terms());
        }
        End term = termEnd(use, days, remembering);
        End end = Precedence.end(Justification.isDuty(purpose), term, answer.end(), greatestAge(category, days));
        boolean over = !end.at().isAfter(decidedAt);
        return new Justification(
                purpose,
                category.name(),
                over ? end.why() : Standing.STANDS,
                Optional.ofNullable(since),
                end.at().equals(Instant.MAX) ? Optional.empty() : Optional.of(end.at()),
                said.terms(),
                said.awaited());
    }

    private static Justification never(
            Purpose purpose, DataCategory category, Standing why, List<RetentionTerm> terms) {
        return new Justification(purpose, category.name(), why, Optional.empty(), Optional.empty(), terms, List.of());
    }

    /** A country that is not known could be any. */
    private boolean covers(DataCategory category) {
        boolean country = category.countries().isEmpty()
                || this.country.isEmpty()
                || category.countries().contains(this.country.get());
        boolean kind = category.subjectKinds().isEmpty()
                || category.subjectKinds().stream().anyMatch(kinds::contains);
        return country && kind;
    }

    private Answer answer(Purpose purpose) {
        ConsentState consent = known.consent(purpose.name());
        if (purpose.consentTerms().isPresent()) {
            return consented(purpose, purpose.consentTerms().get(), consent);
        }
        Instant since = carriedSince(purpose);
        boolean objected = consent.status().isNo() && purpose.objectable();
        return new Answer(since, objected ? new End(consent.since(), Standing.OBJECTED) : End.NONE);
    }

    private Answer consented(Purpose purpose, ConsentTerms terms, ConsentState consent) {
        return switch (consent.statusAt(decidedAt, terms.text().version())) {
            case GIVEN -> new Answer(consent.since(), validity(consent));
            case EXPIRED -> new Answer(consent.since(), new End(consent.end(), Standing.EXPIRED));
            case OUTDATED -> new Answer(consent.since(), new End(outdatedSince(purpose, consent), Standing.OUTDATED));
            case WITHDRAWN -> new Answer(consent.since(), new End(consent.since(), Standing.WITHDRAWN));
            case OBJECTED -> new Answer(consent.since(), new End(consent.since(), Standing.OBJECTED));
            case REFUSED -> new Answer(consent.since(), new End(consent.since(), Standing.REFUSED));
            case PENDING, DISMISSED, UNKNOWN, OBJECTION_LIFTED -> new Answer(null, End.NONE);
        };
    }

    private static End validity(ConsentState consent) {
        return consent.end().equals(Span.NEVER) ? End.NONE : new End(consent.end(), Standing.EXPIRED);
    }

    /** The start of the first version behind the last one whose text it was. */
    private Instant outdatedSince(Purpose purpose, ConsentState consent) {
        Instant since = consent.since();
        for (int i = started - 1; i >= 0; i--) {
            PrivacyPolicy version = timeline.versions().get(i).policy();
            Purpose then = version.purposes().get(purpose.name());
            boolean itsText = then != null
                    && then.consentTerms()
                            .filter(terms -> terms.text().version() == consent.textVersion())
                            .isPresent();
            if (itsText) {
                return since;
            }
            since = version.effectiveFrom().isAfter(consent.since()) ? version.effectiveFrom() : consent.since();
        }
        return consent.since();
    }

    private @Nullable Instant carriedSince(Purpose purpose) {
        Instant earliest = null;
        for (String kind : purpose.carriedBy()) {
            if (kinds.contains(kind)) {
                Instant since = known.fact(kind).since();
                earliest = earliest == null || since.isBefore(earliest) ? since : earliest;
            }
        }
        return earliest;
    }

    /** What happened to a datum shows that it is there, though nobody reported the relation: an invoice is kept for the law. */
    private @Nullable Instant firstEvent(Use use, Purpose purpose, Map<String, LocalDate> days, boolean remembering) {
        if (purpose.consentTerms().isPresent()) {
            return null;
        }
        LocalDate first = null;
        for (int i = 0; i < started; i++) {
            NumberedRule rule = use.rules.get(i);
            if (rule != null) {
                for (RetentionTerm term : applied(rule, days, remembering).terms()) {
                    for (String event : term.events()) {
                        LocalDate day = days.get(event);
                        first = day != null && (first == null || day.isBefore(first)) ? day : first;
                    }
                }
            }
        }
        return first == null ? null : first.atStartOfDay(zone).toInstant();
    }

    /** A datum that has such an event, or will, is there: whatever carries the purpose, it has begun. */
    private boolean dependsOn(Use use, Purpose purpose, Set<String> own) {
        if (own.isEmpty() || purpose.consentTerms().isPresent()) {
            return false;
        }
        for (int i = 0; i < started; i++) {
            NumberedRule rule = use.rules.get(i);
            if (rule != null && rule.rule().events().stream().anyMatch(own::contains)) {
                return true;
            }
        }
        return false;
    }

    private End greatestAge(DataCategory category, Map<String, LocalDate> days) {
        LocalDate collected = days.get(Retention.COLLECTED);
        return category.maximumAge().isEmpty() || collected == null
                ? End.NONE
                : new End(behind(collected.plus(category.maximumAge().get()).toEpochDay()), Standing.TOO_OLD);
    }

    /**
     * The rule of the newest version, but never shorter at once: what an earlier version kept longer is kept until the newer one's
     * grace is over. Lengthening counts at once.
     */
    private End termEnd(Use use, Map<String, LocalDate> days, boolean remembering) {
        long kept = NOT_KEPT;
        for (int i = 0; i < started; i++) {
            Version version = timeline.versions().get(i);
            NumberedRule rule = use.rules.get(i);
            long last =
                    rule == null ? NOT_KEPT : applied(rule, days, remembering).lastDay();
            kept = last >= kept ? last : Math.max(last, Math.min(kept, version.lastDayOfGrace()));
        }
        Standing why = use.rules.get(started - 1) == null ? Standing.LEFT_POLICY : Standing.TERM_OVER;
        return kept == OPEN ? End.NONE : new End(behind(kept), why);
    }

    private Applied applied(NumberedRule rule, Map<String, LocalDate> days, boolean remembering) {
        Applied known = remembering ? applied[rule.number()] : null;
        if (known == null) {
            List<RetentionTerm> terms = rule.rule().termsFor(country, kinds);
            known = new Applied(terms, lastDay(terms, rule.calendar(), days), awaited(terms, days));
            if (remembering) {
                applied[rule.number()] = known;
            }
        }
        return known;
    }

    private static long lastDay(List<RetentionTerm> terms, TermCalendar calendar, Map<String, LocalDate> days) {
        long last = NOT_KEPT;
        for (RetentionTerm term : terms) {
            long day = term.lastDay(days, calendar).map(LocalDate::toEpochDay).orElse(OPEN);
            last = Math.max(last, day);
        }
        return last;
    }

    /** The first instant behind a day. */
    private Instant behind(long day) {
        if (day != convertedDay) {
            convertedDay = day;
            converted = LocalDate.ofEpochDay(day + 1).atStartOfDay(zone).toInstant();
        }
        return converted;
    }

    private static List<String> awaited(List<RetentionTerm> terms, Map<String, LocalDate> days) {
        Set<String> missing = new TreeSet<>();
        for (RetentionTerm term : terms) {
            for (String event : term.events()) {
                if (!days.containsKey(event)) {
                    missing.add(event);
                }
            }
        }
        return List.copyOf(missing);
    }
}

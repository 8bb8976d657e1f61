package org.privacyrules.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.privacyrules.calendar.EventCutoff;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.calendar.TermCalendar;
import org.privacyrules.decision.Aspects;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.RetentionEvent;
import org.privacyrules.policy.RetentionRule;
import org.privacyrules.policy.RetentionRule.Variant;
import org.privacyrules.retention.DueCondition.Answered;
import org.privacyrules.retention.DueCondition.Expired;
import org.privacyrules.retention.DueCondition.LivesIn;
import org.privacyrules.retention.DueCondition.LivesOutside;
import org.privacyrules.retention.DueCondition.OfSubject;
import org.privacyrules.retention.DueCondition.Outdated;
import org.privacyrules.retention.DueCondition.OwnEvent;
import org.privacyrules.retention.DueCondition.Related;
import org.privacyrules.retention.DueCondition.RelationEnded;
import org.privacyrules.retention.DueCondition.Reported;
import org.privacyrules.retention.DueCondition.SaidNo;
import org.privacyrules.retention.DueCondition.SubjectState;
import org.privacyrules.retention.DueRule.Ending;
import org.privacyrules.retention.PolicyTimeline.NumberedRule;
import org.privacyrules.retention.PolicyTimeline.Use;
import org.privacyrules.retention.PolicyTimeline.Version;

/**
 * What the versions of a policy say at one instant of whatever data there are: {@link SubjectRetention} turned round. Each method here
 * has its forward twin there, and a property compares the two. Immutable.
 */
public final class DueRules {

    private final PolicyTimeline timeline;
    private final Instant at;
    private final Instant answered;
    private final int started;
    private final PrivacyPolicy policy;
    private final LocalDate today;
    private final Map<String, RetentionEvent> declaredEvents = new HashMap<>();
    private final Set<String> kinds = new HashSet<>();

    /**
     * The rules at an instant.
     *
     * @param answered what people have said by then counts
     */
    DueRules(PolicyTimeline timeline, Instant at, Instant answered) {
        this.timeline = timeline;
        this.at = at;
        this.answered = answered;
        started = timeline.startedBy(at);
        policy = timeline.versions().get(started - 1).policy();
        today = LocalDate.ofInstant(at, policy.zone());
        for (int i = 0; i < started; i++) {
            PrivacyPolicy version = timeline.versions().get(i).policy();
            declaredEvents.putAll(version.events());
            kinds.addAll(version.subjectKinds().keySet());
        }
    }

    /**
     * The version in force.
     *
     * @return at the instant
     */
    public PrivacyPolicy policy() {
        return policy;
    }

    /**
     * When it counts.
     *
     * @return the instant
     */
    public Instant at() {
        return at;
    }

    /**
     * The zone in which days are counted.
     *
     * @return the policy's
     */
    public ZoneId zone() {
        return policy.zone();
    }

    /**
     * All that the versions ask of subjects.
     *
     * @return facts, events and purposes of every version so far
     */
    public Aspects aspects() {
        Set<String> facts = new HashSet<>(kinds);
        facts.add(FactEvent.COUNTRY);
        Set<String> purposes = new HashSet<>();
        for (int i = 0; i < started; i++) {
            purposes.addAll(timeline.versions().get(i).policy().purposes().keySet());
        }
        return new Aspects(facts, declaredEvents.keySet(), purposes);
    }

    /**
     * The events that may happen to a datum.
     *
     * @return those that a version declares, and {@link Retention#COLLECTED}
     */
    public Set<String> events() {
        Set<String> names = new TreeSet<>(declaredEvents.keySet());
        names.add(Retention.COLLECTED);
        return Collections.unmodifiableSet(names);
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
     * When data of a category are due.
     *
     * @param category a category that a version of the policy declares
     * @param own the events that happen to each datum itself, whether or not they have happened yet: those that were reported of the
     *     subject do not count in their place
     * @return the rule
     * @throws UnknownNameException with code {@code UNKNOWN_CATEGORY} or {@code UNKNOWN_EVENT}
     */
    public DueRule of(String category, Set<String> own) {
        DataCategory declared = timeline.category(category, started);
        if (declared == null) {
            throw UnknownNameException.of("category", category, categories());
        }
        for (String event : own) {
            if (!events().contains(event)) {
                throw UnknownNameException.of("event", event, events());
            }
        }
        List<DueRule.Use> uses = new ArrayList<>();
        List<DueCondition> justified = new ArrayList<>();
        for (Use use : timeline.uses(category)) {
            int newest = use.newest(started);
            if (newest >= 0) {
                Purpose purpose = use.purpose(newest);
                DueCondition notBegun = notBegun(use, purpose, own);
                uses.add(use(use, purpose, declared, notBegun, own));
                justified.add(DueCondition.all(List.of(covered(declared), begun(use, purpose, own))));
            }
        }
        return new DueRule(category, today, zone(), uses, DueCondition.any(justified));
    }

    private DueRule.Use use(Use use, Purpose purpose, DataCategory category, DueCondition notBegun, Set<String> own) {
        boolean duty = Justification.isDuty(purpose);
        List<Ending> endings = new ArrayList<>();
        boolean left = use.rules.get(started - 1) == null;
        add(endings, left ? Standing.LEFT_POLICY : Standing.TERM_OVER, termOver(use, own));
        if (!duty) {
            answers(endings, purpose);
            add(endings, Standing.TOO_OLD, tooOld(category, own));
        }
        add(endings, Standing.NOT_COVERED, notCovered(category));
        add(endings, Standing.NOT_BEGUN, notBegun);
        return new DueRule.Use(purpose.name(), duty, endings);
    }

    private static void add(List<Ending> endings, Standing why, DueCondition when) {
        if (!when.equals(DueCondition.NEVER)) {
            endings.add(new Ending(why, when));
        }
    }

    private void answers(List<Ending> endings, Purpose purpose) {
        String name = purpose.name();
        if (purpose.consentTerms().isPresent()) {
            ConsentTerms terms = purpose.consentTerms().get();
            add(endings, Standing.WITHDRAWN, known(new SaidNo(name, answered)));
            add(endings, Standing.EXPIRED, known(new Expired(name, at)));
            add(
                    endings,
                    Standing.OUTDATED,
                    known(new Outdated(name, terms.text().version(), answered)));
        } else if (purpose.objectable()) {
            add(endings, Standing.OBJECTED, known(new SaidNo(name, answered)));
        }
    }

    private static DueCondition known(SubjectState state) {
        return new OfSubject(state, true);
    }

    private static DueCondition unknown(SubjectState state) {
        return new OfSubject(state, false);
    }

    private static DueCondition related(Set<String> to) {
        return to.isEmpty() ? DueCondition.NEVER : known(new Related(to));
    }

    private static DueCondition unrelated(Set<String> to) {
        return to.isEmpty() ? DueCondition.ALWAYS : unknown(new Related(to));
    }

    private Set<String> declaredOf(Set<String> named) {
        Set<String> declared = new HashSet<>(named);
        declared.retainAll(kinds);
        return declared;
    }

    private DueCondition notCovered(DataCategory category) {
        List<DueCondition> reasons = new ArrayList<>();
        if (!category.countries().isEmpty()) {
            reasons.add(known(new LivesOutside(category.countries())));
        }
        if (!category.subjectKinds().isEmpty()) {
            reasons.add(unrelated(declaredOf(category.subjectKinds())));
        }
        return DueCondition.any(reasons);
    }

    private DueCondition covered(DataCategory category) {
        List<DueCondition> needed = new ArrayList<>();
        if (!category.countries().isEmpty()) {
            needed.add(unknown(new LivesOutside(category.countries())));
        }
        if (!category.subjectKinds().isEmpty()) {
            needed.add(related(declaredOf(category.subjectKinds())));
        }
        return DueCondition.all(needed);
    }

    private DueCondition begun(Use use, Purpose purpose, Set<String> own) {
        if (purpose.consentTerms().isPresent()) {
            return known(new Answered(purpose.name()));
        }
        if (dependsOn(use, own)) {
            return DueCondition.ALWAYS;
        }
        List<DueCondition> ways = new ArrayList<>();
        ways.add(related(declaredOf(purpose.carriedBy())));
        for (RetentionRule rule : startedRules(use)) {
            for (Term term : terms(rule)) {
                List<DueCondition> happened =
                        term.term().events().stream().map(this::happened).toList();
                ways.add(DueCondition.all(List.of(DueCondition.any(happened), term.applies())));
            }
        }
        return DueCondition.any(ways);
    }

    private DueCondition notBegun(Use use, Purpose purpose, Set<String> own) {
        if (purpose.consentTerms().isPresent()) {
            return unknown(new Answered(purpose.name()));
        }
        if (dependsOn(use, own)) {
            return DueCondition.NEVER;
        }
        List<DueCondition> needed = new ArrayList<>();
        needed.add(unrelated(declaredOf(purpose.carriedBy())));
        for (RetentionRule rule : startedRules(use)) {
            for (Term term : terms(rule)) {
                List<DueCondition> missing =
                        term.term().events().stream().map(this::missing).toList();
                needed.add(DueCondition.any(List.of(DueCondition.all(missing), term.doesNotApply())));
            }
        }
        return DueCondition.all(needed);
    }

    /** A datum that has such an event, or will, is there: whatever carries the purpose, it has begun. */
    private boolean dependsOn(Use use, Set<String> own) {
        return startedRules(use).stream()
                .anyMatch(rule -> rule.events().stream().anyMatch(own::contains));
    }

    private List<RetentionRule> startedRules(Use use) {
        List<RetentionRule> rules = new ArrayList<>();
        for (int i = 0; i < started; i++) {
            NumberedRule rule = use.rules.get(i);
            if (rule != null && !rules.contains(rule.rule())) {
                rules.add(rule.rule());
            }
        }
        return rules;
    }

    private DueCondition happened(String event) {
        DueCondition reported = known(new Reported(event, Optional.empty()));
        return endOf(event)
                .map(kind -> DueCondition.any(List.of(
                        known(new RelationEnded(kind, Optional.empty())),
                        DueCondition.all(List.of(unknown(new Related(Set.of(kind))), reported)))))
                .orElse(reported);
    }

    private DueCondition missing(String event) {
        DueCondition unreported = unknown(new Reported(event, Optional.empty()));
        return endOf(event)
                .map(kind -> DueCondition.all(List.of(
                        unknown(new RelationEnded(kind, Optional.empty())),
                        DueCondition.any(List.of(known(new Related(Set.of(kind))), unreported)))))
                .orElse(unreported);
    }

    private Optional<String> endOf(String event) {
        return Optional.ofNullable(declaredEvents.get(event)).flatMap(RetentionEvent::endOf);
    }

    private DueCondition happenedBy(String event, LocalDate latest, Set<String> own) {
        if (own.contains(event)) {
            return new OwnEvent(event, latest);
        }
        DueCondition reported = known(new Reported(event, Optional.of(latest)));
        Instant end = latest.plusDays(1).atStartOfDay(zone()).toInstant();
        return endOf(event)
                .map(kind -> DueCondition.any(List.of(
                        known(new RelationEnded(kind, Optional.of(end))),
                        DueCondition.all(List.of(unknown(new Related(Set.of(kind))), reported)))))
                .orElse(reported);
    }

    private DueCondition tooOld(DataCategory category, Set<String> own) {
        return own.contains(Retention.COLLECTED)
                ? category.maximumAge()
                        .map(age -> RetentionTerm.from(Retention.COLLECTED).plus(age))
                        .map(term -> cutoff(term.endedBefore(today, calendar(started - 1)), own))
                        .orElse(DueCondition.NEVER)
                : DueCondition.NEVER;
    }

    private TermCalendar calendar(int version) {
        return timeline.versions().get(version).calendar();
    }

    /** What an earlier version kept longer ends only when the newer one's grace is over. */
    private DueCondition termOver(Use use, Set<String> own) {
        DueCondition over = DueCondition.ALWAYS;
        for (int i = 0; i < started; i++) {
            Version version = timeline.versions().get(i);
            NumberedRule rule = use.rules.get(i);
            DueCondition ended = rule == null ? DueCondition.ALWAYS : ended(rule, own);
            boolean graceIsOver = version.lastDayOfGrace() < today.toEpochDay();
            over = graceIsOver ? ended : DueCondition.all(List.of(ended, over));
        }
        return over;
    }

    private DueCondition ended(NumberedRule rule, Set<String> own) {
        List<DueCondition> needed = new ArrayList<>();
        for (Term term : terms(rule.rule())) {
            DueCondition ended = cutoff(term.term().endedBefore(today, rule.calendar()), own);
            needed.add(DueCondition.any(List.of(ended, term.doesNotApply())));
        }
        return DueCondition.all(needed);
    }

    private DueCondition cutoff(EventCutoff cutoff, Set<String> own) {
        if (cutoff instanceof EventCutoff.OnOrBefore by) {
            return happenedBy(by.event(), by.latest(), own);
        }
        if (cutoff instanceof EventCutoff.AnyOf any) {
            return DueCondition.any(
                    any.cutoffs().stream().map(each -> cutoff(each, own)).toList());
        }
        return DueCondition.all(((EventCutoff.AllOf) cutoff)
                .cutoffs().stream().map(each -> cutoff(each, own)).toList());
    }

    /** A term of a rule, and of whom it counts. */
    private record Term(RetentionTerm term, DueCondition applies, DueCondition doesNotApply) {}

    private List<Term> terms(RetentionRule rule) {
        List<Term> terms = new ArrayList<>();
        List<DueCondition> someIsCertain = new ArrayList<>();
        List<DueCondition> noneIsCertain = new ArrayList<>();
        for (Variant variant : rule.variants()) {
            Set<String> of = declaredOf(variant.subjectKinds());
            boolean anyKind = variant.subjectKinds().isEmpty();
            boolean anyCountry = variant.countries().isEmpty();
            DueCondition stands = anyKind ? DueCondition.ALWAYS : related(of);
            DueCondition doesNotStand = anyKind ? DueCondition.NEVER : unrelated(of);
            DueCondition elsewhere = anyCountry ? DueCondition.NEVER : known(new LivesOutside(variant.countries()));
            DueCondition maybeThere = anyCountry ? DueCondition.ALWAYS : unknown(new LivesOutside(variant.countries()));
            DueCondition there = anyCountry ? DueCondition.ALWAYS : known(new LivesIn(variant.countries()));
            DueCondition notSurelyThere = anyCountry ? DueCondition.NEVER : unknown(new LivesIn(variant.countries()));
            terms.add(new Term(
                    variant.term(),
                    DueCondition.all(List.of(stands, maybeThere)),
                    DueCondition.any(List.of(doesNotStand, elsewhere))));
            someIsCertain.add(DueCondition.all(List.of(stands, there)));
            noneIsCertain.add(DueCondition.any(List.of(doesNotStand, notSurelyThere)));
        }
        terms.add(new Term(rule.term(), DueCondition.all(noneIsCertain), DueCondition.any(someIsCertain)));
        return terms;
    }
}

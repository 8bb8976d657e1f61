package org.privacyrules.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacyrules.decision.KnownSubjects.Listed;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.ledger.Journal;
import org.privacyrules.policy.PolicySource;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.subject.SubjectId;

/**
 * Answers whether a use of a person's data is permitted, now or as of an earlier instant, and why.
 *
 * <p>An answer never writes and is never cached: it sees every command that was answered before it, on every node. What is
 * not known is denied; a name that the policy does not declare, and a storage that fails, are exceptions. Thread-safe.
 */
public final class Decisions {

    private final PolicySource policies;
    private final KnownSubjects knownSubjects;
    private final Journal journal;
    private final Clock clock;
    private final Map<PrivacyPolicy, DecisionRules> rules = new ConcurrentHashMap<>();

    /** The rules used last: nearly always those needed next. */
    private volatile @Nullable DecisionRules latest;

    /**
     * The service over a storage. Hosts get it from {@code PrivacyRules}.
     *
     * @param policies the versions of the controller's policy
     * @param knownSubjects what is known
     * @param journal what was recorded
     * @param clock the host's clock
     */
    public Decisions(PolicySource policies, KnownSubjects knownSubjects, Journal journal, Clock clock) {
        this.policies = policies;
        this.knownSubjects = knownSubjects;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Whether a purpose is permitted now. One read of the storage.
     *
     * @param subject of whom
     * @param purpose a purpose of the policy in force
     * @return the answer, with why
     * @throws UnknownNameException with code {@code UNKNOWN_PURPOSE}
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    public Decision check(SubjectId subject, String purpose) {
        Instant now = clock.instant();
        DecisionRules inForce = rulesAt(now);
        return inForce.decide(subject, knownSubjects.find(subject), inForce.plainUse(purpose), now);
    }

    /**
     * Whether a use is permitted now. One read of the storage.
     *
     * @param subject of whom
     * @param use what is about to be done
     * @return the answer, with why
     * @throws UnknownNameException if the policy in force does not declare the purpose, category or recipient
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    public Decision check(SubjectId subject, Use use) {
        Instant now = clock.instant();
        return rulesAt(now).decide(subject, knownSubjects.find(subject), use, now);
    }

    /**
     * Goes on only if a purpose is permitted now.
     *
     * @param subject of whom
     * @param purpose a purpose of the policy in force
     * @return the answer, which permits
     * @throws NotPermittedException if it is denied; the code is that of the reason
     */
    public Decision require(SubjectId subject, String purpose) {
        return permittedOrThrow(check(subject, purpose));
    }

    /**
     * Goes on only if a use is permitted now.
     *
     * @param subject of whom
     * @param use what is about to be done
     * @return the answer, which permits
     * @throws NotPermittedException if it is denied; the code is that of the reason
     */
    public Decision require(SubjectId subject, Use use) {
        return permittedOrThrow(check(subject, use));
    }

    private static Decision permittedOrThrow(Decision decision) {
        if (!decision.permitted()) {
            throw new NotPermittedException(decision);
        }
        return decision;
    }

    /**
     * Reads once and answers for many purposes.
     *
     * @param subject of whom
     * @return answers that are as old as this call
     */
    public SubjectDecisions of(SubjectId subject) {
        Instant now = clock.instant();
        DecisionRules inForce = rulesAt(now);
        return new SubjectDecisions(subject, knownSubjects.find(subject), inForce, now);
    }

    /**
     * What would have been answered at an earlier instant: by the policy then in force and by what had been recorded by then.
     *
     * @param subject of whom
     * @param instant not in the future
     * @return answers as of that instant
     * @throws InvalidInputException if the instant lies in the future
     * @throws org.privacyrules.failure.RefusedException with code {@code NO_POLICY_IN_FORCE} before the first version
     */
    public SubjectDecisions asOf(SubjectId subject, Instant instant) {
        if (instant.isAfter(clock.instant())) {
            throw new InvalidInputException("as-of instant: must not lie in the future");
        }
        DecisionRules inForce = rulesAt(instant);
        KnownSubject known = KnownSubject.after(journal.entries(subject, instant));
        return new SubjectDecisions(subject, known, inForce, instant);
    }

    /**
     * Those of the candidates for whom a purpose is permitted, in the order of the candidates. Candidates are read in chunks
     * when the stream is consumed, one round trip a chunk, and decided when they are read: what happens later counts from the
     * next chunk. For each single message ask {@link #require} when it is sent.
     *
     * @param purpose a purpose of the policy in force
     * @param candidates any number of subjects; closed with the returned stream
     * @return a sequential stream, to be closed if it is not consumed whole
     */
    public Stream<SubjectId> permitted(String purpose, Stream<SubjectId> candidates) {
        return permitted(Use.of(purpose), candidates, refused -> {});
    }

    /**
     * The same for a use, telling of those who were refused.
     *
     * @param use what is about to be done
     * @param candidates any number of subjects; closed with the returned stream
     * @param refused gets each denial while the stream is consumed; {@link RefusalCount} counts them by reason
     * @return a sequential stream, to be closed if it is not consumed whole
     */
    public Stream<SubjectId> permitted(Use use, Stream<SubjectId> candidates, Consumer<? super Decision> refused) {
        rulesAt(clock.instant()).aspects(use);
        return LazyChunks.of(candidates, knownSubjects.chunkSize())
                .flatMap(chunk -> decideAll(chunk, use))
                .filter(decision -> permittedOrTold(decision, refused))
                .map(Decision::subject);
    }

    /**
     * The same for very many candidates that come in the order of {@link SubjectId}: they are merged with the listing of all
     * subjects of whom something is known, page by page. Faster than {@link #permitted(Use, Stream, Consumer)} where the
     * candidates are more than about a tenth of all subjects, slower below.
     *
     * @param use what is about to be done
     * @param sorted subjects in ascending order; closed with the returned stream
     * @param refused gets each denial while the stream is consumed
     * @return a sequential stream that holds no connection between pages, to be closed if it is not consumed whole; consuming it
     *     throws {@link InvalidInputException} where a candidate comes before the one before it
     */
    public Stream<SubjectId> permittedOfSorted(Use use, Stream<SubjectId> sorted, Consumer<? super Decision> refused) {
        rulesAt(clock.instant()).aspects(use);
        return new SortedCandidates(sorted, last -> nextPage(last, use))
                .decisions()
                .filter(decision -> permittedOrTold(decision, refused))
                .map(Decision::subject);
    }

    /**
     * All subjects for whom a purpose is permitted, in the order of {@link SubjectId}. Pages are read when the stream is
     * consumed, one round trip a page; a subject of whom nothing is known is not among them.
     *
     * @param purpose a purpose of the policy in force
     * @return a sequential stream that holds no connection between pages
     */
    public Stream<SubjectId> permitted(String purpose) {
        return permitted(Use.of(purpose), refused -> {});
    }

    /**
     * The same for a use, telling of those who were refused.
     *
     * @param use what is about to be done
     * @param refused gets each denial while the stream is consumed
     * @return a sequential stream that holds no connection between pages
     */
    public Stream<SubjectId> permitted(Use use, Consumer<? super Decision> refused) {
        rulesAt(clock.instant()).aspects(use);
        return LazyChunks.<Page>pages(previous -> nextPage(previous.map(Page::last), use), Page::isEmpty)
                .flatMap(Page::decisions)
                .filter(decision -> permittedOrTold(decision, refused))
                .map(Decision::subject);
    }

    /** A page is read and decided by the same rules: another version may look at other aspects. */
    private Page nextPage(Optional<SubjectId> last, Use use) {
        Instant now = clock.instant();
        DecisionRules inForce = rulesAt(now);
        return new Page(knownSubjects.list(inForce.aspects(use), last), inForce, use, now);
    }

    /** Subjects that were read together, and what decides on them. */
    record Page(List<Listed> listed, DecisionRules rules, Use use, Instant now) {

        boolean isEmpty() {
            return listed.isEmpty();
        }

        SubjectId last() {
            return listed.get(listed.size() - 1).subject();
        }

        Stream<Decision> decisions() {
            return listed.stream().map(each -> decide(each.subject(), each.known()));
        }

        Decision decide(SubjectId subject, KnownSubject known) {
            return rules.decide(subject, known, use, now);
        }
    }

    private Stream<Decision> decideAll(List<SubjectId> chunk, Use use) {
        Instant now = clock.instant();
        DecisionRules inForce = rulesAt(now);
        List<KnownSubject> known = knownSubjects.findAll(chunk, inForce.aspects(use));
        return IntStream.range(0, chunk.size()).mapToObj(i -> inForce.decide(chunk.get(i), known.get(i), use, now));
    }

    private static boolean permittedOrTold(Decision decision, Consumer<? super Decision> refused) {
        if (!decision.permitted()) {
            refused.accept(decision);
        }
        return decision.permitted();
    }

    private DecisionRules rulesAt(Instant instant) {
        PrivacyPolicy policy = policies.current().inForceAt(instant);
        DecisionRules recent = latest;
        if (recent == null || !recent.isOf(policy)) {
            recent = rules.computeIfAbsent(policy, DecisionRules::new);
            latest = recent;
        }
        return recent;
    }
}

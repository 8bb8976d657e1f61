package org.privacyrules.decision;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacyrules.decision.Decisions.Page;
import org.privacyrules.decision.KnownSubjects.Listed;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.subject.SubjectId;

/** Merges candidates with the pages of a listing, both in the order of subjects. */
final class SortedCandidates implements Iterator<Decision> {

    private final Stream<SubjectId> source;
    private final Iterator<SubjectId> candidates;
    private final Function<Optional<SubjectId>, Page> nextPage;

    private @Nullable SubjectId previous;
    private @Nullable Page page;
    private int place;

    SortedCandidates(Stream<SubjectId> sorted, Function<Optional<SubjectId>, Page> nextPage) {
        this.source = sorted;
        this.candidates = sorted.iterator();
        this.nextPage = nextPage;
    }

    Stream<Decision> decisions() {
        return LazyChunks.stream(this).onClose(source::close);
    }

    @Override
    public boolean hasNext() {
        return candidates.hasNext();
    }

    @Override
    public Decision next() {
        SubjectId candidate = candidates.next();
        if (previous != null && candidate.compareTo(previous) < 0) {
            throw new InvalidInputException("candidates: must come in the order of SubjectId, sort them first");
        }
        previous = candidate;
        Page current = pageOf(candidate);
        while (place < current.listed().size()) {
            Listed listed = current.listed().get(place);
            int order = listed.subject().compareTo(candidate);
            if (order == 0) {
                return current.decide(candidate, listed.known());
            }
            if (order > 0) {
                break;
            }
            place++;
        }
        return current.decide(candidate, KnownSubject.NOTHING);
    }

    /** The page on which a candidate is if it is on any: the first that does not end before it, or behind all of them an empty one. */
    private Page pageOf(SubjectId candidate) {
        Page current = page == null ? turn(Optional.empty()) : page;
        while (!current.isEmpty() && current.last().compareTo(candidate) < 0) {
            current = turn(Optional.of(current.last()));
        }
        return current;
    }

    private Page turn(Optional<SubjectId> last) {
        page = nextPage.apply(last);
        place = 0;
        return page;
    }
}

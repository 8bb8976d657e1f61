package org.privacyrules.decision;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.privacyrules.consent.ConsentEvent;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.fact.FactState;
import org.privacyrules.hold.HoldEvent;
import org.privacyrules.hold.RestrictionEvent;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.StoredEntry;

/**
 * All that is known of one subject: the fold of its journal entries in the order of their sequence. A hold keeps data and
 * disposal ends them; neither says anything of their use, so it changes nothing here. Immutable.
 */
public final class KnownSubject {

    /** A subject of whom nothing is known. */
    public static final KnownSubject NOTHING = new KnownSubject(ByName.empty(), ByName.empty(), ByName.empty(), false);

    private final ByName<FactState> facts;
    private final ByName<FactState> events;
    private final ByName<ConsentState> consents;
    private final boolean restricted;

    private KnownSubject(
            ByName<FactState> facts, ByName<FactState> events, ByName<ConsentState> consents, boolean restricted) {
        this.facts = facts;
        this.events = events;
        this.consents = consents;
        this.restricted = restricted;
    }

    /**
     * What a history leads to.
     *
     * @param entries in the order of their sequence
     * @return what is known after the last of them
     */
    public static KnownSubject after(List<StoredEntry> entries) {
        KnownSubject known = NOTHING;
        for (StoredEntry stored : entries) {
            known = known.after(stored);
        }
        return known;
    }

    /**
     * What is known after one more entry.
     *
     * @param stored the entry
     * @return the new state
     * @throws org.privacyrules.failure.PrivacyException with code {@code UNREADABLE_ENTRY} if its kind is not known
     */
    public KnownSubject after(StoredEntry stored) {
        JournalEntry entry = stored.entry();
        if (ConsentEvent.isIn(entry)) {
            return after(ConsentEvent.read(stored), stored.sequence());
        }
        if (FactEvent.isIn(entry)) {
            return after(FactEvent.read(entry), stored.sequence());
        }
        if (RestrictionEvent.isIn(entry)) {
            return new KnownSubject(
                    facts, events, consents, RestrictionEvent.read(entry).restricted());
        }
        if (HoldEvent.isIn(entry) || entry.tellsOfDisposal()) {
            return this;
        }
        throw entry.unreadable();
    }

    private KnownSubject after(ConsentEvent event, long sequence) {
        ConsentState before = consent(event.purpose());
        ConsentState state = before.after(event, sequence);
        return state.equals(before)
                ? this
                : new KnownSubject(facts, events, consents.with(event.purpose(), state), restricted);
    }

    private KnownSubject after(FactEvent event, long sequence) {
        String name = event.fact();
        if (event.change().isOfEvent()) {
            FactState state = event(name).after(event, sequence);
            return new KnownSubject(facts, events.with(name, state), consents, restricted);
        }
        return new KnownSubject(facts.with(name, fact(name).after(event, sequence)), events, consents, restricted);
    }

    /**
     * One fact.
     *
     * @param name a subject kind, or one of the constants of {@link FactEvent}
     * @return {@link FactState#NONE} if nothing is known
     */
    public FactState fact(String name) {
        return facts.get(name, FactState.NONE);
    }

    /**
     * One event that starts or ends retention terms.
     *
     * @param name an event that a policy declares
     * @return its day as {@link FactState#value()}, empty if it is undone; {@link FactState#NONE} if it was never reported
     */
    public FactState event(String name) {
        return events.get(name, FactState.NONE);
    }

    /**
     * All events that were reported.
     *
     * @return by name, unmodifiable
     */
    public Map<String, FactState> events() {
        return Collections.unmodifiableMap(events.toMap());
    }

    /**
     * Where the subject stands on one purpose.
     *
     * @param purpose the purpose
     * @return {@link ConsentState#NONE} if nothing is known
     */
    public ConsentState consent(String purpose) {
        return consents.get(purpose, ConsentState.NONE);
    }

    /**
     * All facts.
     *
     * @return by name, unmodifiable
     */
    public Map<String, FactState> facts() {
        return Collections.unmodifiableMap(facts.toMap());
    }

    /**
     * Where the subject stands on all purposes of which something is known.
     *
     * @return by purpose, unmodifiable
     */
    public Map<String, ConsentState> consents() {
        return Collections.unmodifiableMap(consents.toMap());
    }

    /**
     * Whether processing is restricted (Art. 18 GDPR).
     *
     * @return true if the last such event placed a restriction
     */
    public boolean restricted() {
        return restricted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KnownSubject that
                && facts.equals(that.facts)
                && events.equals(that.events)
                && consents.equals(that.consents)
                && restricted == that.restricted;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * facts.hashCode() + events.hashCode()) + consents.hashCode();
    }

    @Override
    public String toString() {
        return "KnownSubject(" + facts.size() + " facts, " + consents.size() + " purposes)";
    }

    /**
     * Gathers what a storage has kept of one subject, in any order. Of two states of one thing, as two connections may tell them,
     * the later one counts. Not thread-safe.
     */
    public static final class Gathering {

        private ByName<FactState> facts = ByName.empty();
        private ByName<FactState> events = ByName.empty();
        private ByName<ConsentState> consents = ByName.empty();
        private boolean restricted;
        private long restrictionSequence = -1;

        /** Begins with nothing. */
        public Gathering() {}

        /**
         * A fact.
         *
         * @param name which fact
         * @param state what is known of it
         */
        public void fact(String name, FactState state) {
            if (facts.get(name, FactState.NONE).sequence() <= state.sequence()) {
                facts = facts.with(name, state);
            }
        }

        /**
         * An event that starts or ends retention terms.
         *
         * @param name which event
         * @param state what is known of it
         */
        public void event(String name, FactState state) {
            if (events.get(name, FactState.NONE).sequence() <= state.sequence()) {
                events = events.with(name, state);
            }
        }

        /**
         * Where the subject stands on a purpose.
         *
         * @param purpose the purpose
         * @param state where the subject stands
         */
        public void consent(String purpose, ConsentState state) {
            if (consents.get(purpose, ConsentState.NONE).sequence() <= state.sequence()) {
                consents = consents.with(purpose, state);
            }
        }

        /**
         * Whether processing is restricted.
         *
         * @param stands whether the last such event placed a restriction
         * @param sequence that of the event
         */
        public void restriction(boolean stands, long sequence) {
            if (restrictionSequence <= sequence) {
                restricted = stands;
                restrictionSequence = sequence;
            }
        }

        /**
         * All that was gathered.
         *
         * @return what is known
         */
        public KnownSubject known() {
            return new KnownSubject(facts, events, consents, restricted);
        }
    }
}

package org.privacyrules.decision;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.privacyrules.consent.ConsentEvent;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.fact.FactState;
import org.privacyrules.hold.RestrictionEvent;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.StoredEntry;

/**
 * All that is known of one subject: the fold of its journal entries in the order of their sequence. Immutable.
 */
public final class KnownSubject {

    /** A subject of whom nothing is known. */
    public static final KnownSubject NOTHING = new KnownSubject(Map.of(), Map.of(), false);

    private final ByName<FactState> facts;
    private final ByName<ConsentState> consents;
    private final boolean restricted;

    /**
     * What is known.
     *
     * @param facts by fact
     * @param consents by purpose
     * @param restricted whether processing is restricted
     */
    public KnownSubject(Map<String, FactState> facts, Map<String, ConsentState> consents, boolean restricted) {
        this(ByName.of(facts), ByName.of(consents), restricted);
    }

    private KnownSubject(ByName<FactState> facts, ByName<ConsentState> consents, boolean restricted) {
        this.facts = facts;
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
            FactEvent event = FactEvent.read(entry);
            FactState state = fact(event.fact()).after(event, stored.sequence());
            return new KnownSubject(facts.with(event.fact(), state), consents, restricted);
        }
        if (RestrictionEvent.isIn(entry)) {
            return new KnownSubject(
                    facts, consents, RestrictionEvent.read(entry).restricted());
        }
        throw entry.unreadable();
    }

    private KnownSubject after(ConsentEvent event, long sequence) {
        ConsentState before = consent(event.purpose());
        ConsentState state = before.after(event, sequence);
        return state.equals(before) ? this : new KnownSubject(facts, consents.with(event.purpose(), state), restricted);
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
                && consents.equals(that.consents)
                && restricted == that.restricted;
    }

    @Override
    public int hashCode() {
        return 31 * facts.hashCode() + consents.hashCode();
    }

    @Override
    public String toString() {
        return "KnownSubject(" + facts.size() + " facts, " + consents.size() + " purposes)";
    }
}

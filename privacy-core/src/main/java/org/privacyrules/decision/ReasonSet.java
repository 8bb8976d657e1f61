package org.privacyrules.decision;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Reasons in the order of precedence, as the bits of a mask. Immutable. */
final class ReasonSet extends AbstractSet<Reason> {

    private final int mask;

    ReasonSet(int mask) {
        this.mask = mask;
    }

    @Override
    public int size() {
        return Integer.bitCount(mask);
    }

    @Override
    public boolean contains(Object other) {
        return other instanceof Reason reason && (mask & reason.bit()) != 0;
    }

    @Override
    public Iterator<Reason> iterator() {
        return new Iterator<>() {
            private int rest = mask;

            @Override
            public boolean hasNext() {
                return rest != 0;
            }

            @Override
            public Reason next() {
                if (rest == 0) {
                    throw new NoSuchElementException();
                }
                Reason first = Reason.first(rest);
                rest &= rest - 1;
                return first;
            }
        };
    }
}

package org.privacyrules.disposal;

import java.util.Set;

/**
 * Personal data that do not lie in tables of the storage's database: files, a search index, a partner's API. What is due is announced
 * in the journal first, then {@link #dispose} is called, at least once, until the source has confirmed. Thread-safe.
 */
public interface PersonalData {

    /** What came of a call. */
    enum Answer {
        /** The data are gone, or were gone before. */
        CONFIRMED,
        /** The request was passed on; the source is asked again until it confirms. */
        PASSED_ON,
        /** It did not work this time. An exception says the same. */
        FAILED
    }

    /**
     * How reports and the journal call it.
     *
     * @return 1 to 64 of {@code a-z 0-9 -}
     */
    String name();

    /**
     * The categories of the policy that it keeps.
     *
     * @return names
     */
    Set<String> categories();

    /**
     * Disposes of a subject's data of one category. It is called inside the gate of the holds: until it returns no hold can be placed,
     * so it must bound its time to a few seconds. It may be called again with the same operation id, also after it has confirmed, if
     * this process died before it could write that down.
     *
     * @param task whose data, of which category
     * @return what came of it
     */
    Answer dispose(DisposalTask task);
}

package org.privacyrules.jdbc.faults;

/**
 * Where something breaks.
 *
 * @param call the number of the driver call, counted from 1
 * @param before whether the call is not made
 * @param fault what happens
 */
record CrashPoint(int call, boolean before, Fault fault) {

    /** What happens. */
    enum Fault {
        /** The line is gone, and the driver says so. */
        LOST,
        /** The server ends the session; the driver finds out by itself. */
        ENDED,
        /** The driver fails, and the connection is as it was. */
        FAILED,
        /** The driver or the pool has a bug. */
        UNCHECKED,
        /** The JVM has no more room. */
        ERROR
    }
}

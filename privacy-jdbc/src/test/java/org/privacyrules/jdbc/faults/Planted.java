package org.privacyrules.jdbc.faults;

/** What a crash point throws, so that nobody takes it for a failure of the test. */
final class Planted {

    private Planted() {}

    static final class Unchecked extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unchecked() {
            super("planted");
        }
    }

    static final class Fatal extends Error {

        private static final long serialVersionUID = 1L;

        Fatal() {
            super("planted");
        }
    }
}

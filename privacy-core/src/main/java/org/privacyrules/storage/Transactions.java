package org.privacyrules.storage;

/** Opens transactions. Thread-safe. */
public interface Transactions {

    /**
     * Runs the work in one transaction: all that its store calls write is committed when this method returns, and nothing of
     * it remains if the work throws anything, an {@link Error} included. Must not be nested.
     *
     * <p>An adapter may run the work more than once, if it lost against another transaction or lost the connection. Store calls
     * that come again with their operation ids change nothing twice; the work must do nothing else.
     *
     * <p>An adapter that joins the host's transaction commits nothing: the host does, and until then nobody else sees it.
     *
     * @param work what to do
     * @param <T> its result
     * @return what the work returned
     * @throws org.privacyrules.failure.StorageException if the transaction could not be opened or committed
     */
    <T> T inTransaction(Work<T> work);

    /**
     * The same for work that makes exactly one store call, so that an adapter that writes a command with one statement need not
     * pay for a transaction around it.
     *
     * @param work one store call
     * @param <T> its result
     * @return what the work returned
     * @throws org.privacyrules.failure.StorageException if the call could not be made or committed
     */
    default <T> T oneCall(Work<T> work) {
        return inTransaction(work);
    }

    /**
     * What to do in a transaction.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    interface Work<T> {

        /**
         * Does it.
         *
         * @param transaction to be handed to store calls
         * @return the result
         */
        T run(Transaction transaction);
    }
}

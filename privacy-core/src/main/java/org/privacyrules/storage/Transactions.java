package org.privacyrules.storage;

/** Opens transactions. Thread-safe. */
public interface Transactions {

    /**
     * Runs the work in one transaction: all that its store calls write is committed when this method returns, and nothing of
     * it remains if the work throws anything, an {@link Error} included. Must not be nested.
     *
     * @param work what to do
     * @param <T> its result
     * @return what the work returned
     * @throws org.privacyrules.failure.StorageException if the transaction could not be opened or committed
     */
    <T> T inTransaction(Work<T> work);

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

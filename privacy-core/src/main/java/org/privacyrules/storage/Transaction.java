package org.privacyrules.storage;

/**
 * An open transaction of an adapter, handed to each store call that writes. Opaque to everybody but the adapter that made
 * it; not thread-safe; useless once {@link Transactions#inTransaction} has returned.
 */
public interface Transaction {}

package org.privacyrules.ledger;

/**
 * A journal entry with its place among the subject's entries.
 *
 * @param entry the entry
 * @param sequence its place, starting at 1, growing, possibly with gaps
 */
public record StoredEntry(JournalEntry entry, long sequence) {}

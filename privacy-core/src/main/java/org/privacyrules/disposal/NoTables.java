package org.privacyrules.disposal;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.privacyrules.storage.Transaction;

/** A host that has mapped no tables. */
enum NoTables implements MappedTables {
    /** The only one. */
    NONE;

    @Override
    public List<MappedData> mapped() {
        return List.of();
    }

    @Override
    public Tally count(TallyQuestion question) {
        return Tally.NOTHING;
    }

    @Override
    public boolean hasDue(DueData due, KeptSubjects kept) {
        return false;
    }

    @Override
    public FoundRows find(DueData due, Optional<FoundRows.Cursor> after, int limit) {
        return FoundRows.NONE;
    }

    @Override
    public Chunk dispose(
            Transaction transaction, DueData due, KeptSubjects kept, List<FoundRows.Row> rows, Consumer<byte[]> gone) {
        return Chunk.NOTHING;
    }

    @Override
    public Optional<List<RowPart>> row(MappedData data, List<Object> key, ZoneId zone) {
        return Optional.empty();
    }

    @Override
    public List<String> advice() {
        return List.of();
    }
}

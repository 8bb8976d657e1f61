package org.privacyrules.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.privacyrules.ledger.EntryId;
import org.privacyrules.ledger.Journal;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Reads the journal. */
final class JdbcJournal implements Journal {

    private final DataSource dataSource;
    private final byte[] tenant;

    JdbcJournal(DataSource dataSource, Tenant tenant) {
        this.dataSource = dataSource;
        this.tenant = tenant.toBytes();
    }

    @Override
    public List<StoredEntry> entries(SubjectId subject, Instant upTo) {
        return JdbcCalls.read(
                dataSource,
                "read the journal",
                H2Sql.ENTRIES,
                row -> read(subject, row),
                tenant,
                subject.toBytes(),
                Times.column(upTo));
    }

    static StoredEntry read(SubjectId subject, ResultSet row) throws SQLException {
        JournalEntry entry = new JournalEntry(
                new EntryId(row.getObject("entry_id", UUID.class)),
                new OperationId(row.getObject("operation_id", UUID.class)),
                subject,
                Times.read(row, "clock_at"),
                row.getString("kind"),
                row.getString("policy_version"),
                row.getString("purpose"),
                Payload.parse(row.getString("payload")));
        return new StoredEntry(entry, row.getLong("seq"), Times.read(row, "recorded_at"));
    }
}

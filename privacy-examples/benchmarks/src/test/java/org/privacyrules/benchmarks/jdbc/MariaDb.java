package org.privacyrules.benchmarks.jdbc;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** MariaDB by hand. */
record MariaDb() implements Product {

    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    public String options() {
        return System.getProperty("jdbc.mariadb.options", "");
    }

    @Override
    public List<String> plainTables() {
        return List.of("""
                create table plain_event (
                  id bigint not null auto_increment primary key,
                  subject_id varchar(64) not null, operation_id binary(16) not null, at datetime(6) not null,
                  kind varchar(40) not null, policy_version varchar(64) not null, purpose varchar(64) not null,
                  payload varchar(8000) not null,
                  index plain_event_by_subject (subject_id)) character set ascii collate ascii_bin
                """, """
                create table plain_state (
                  subject_id varchar(64) not null, purpose varchar(64) not null, status varchar(20) not null,
                  since datetime(6) not null, until datetime(6) not null, text_version integer not null,
                  primary key (subject_id, purpose)) character set ascii collate ascii_bin
                """);
    }

    @Override
    public List<String> plainListingIndex() {
        return List.of("create index plain_state_listing on plain_state (purpose, status, until, subject_id)");
    }

    @Override
    public String append() {
        return """
                begin not atomic
                  declare exit handler for sqlexception begin rollback; resignal; end;
                  start transaction;
                  insert into plain_event (subject_id, operation_id, at, kind, policy_version, purpose, payload)
                    values (?, ?, ?, ?, ?, ?, ?);
                  insert into plain_state (subject_id, purpose, status, since, until, text_version)
                    values (?, ?, ?, ?, ?, ?)
                    on duplicate key update
                      status = values(status), since = values(since), until = values(until),
                      text_version = values(text_version);
                  commit;
                end
                """;
    }

    @Override
    public Object uuid(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Override
    public int chunk() {
        return 500;
    }

    @Override
    public String permittedAmong() {
        return "select subject_id from plain_state where subject_id in ("
                + String.join(", ", Collections.nCopies(chunk(), "?"))
                + ") and purpose = ? and status = ? and until > ?";
    }

    /** The last chunk is filled up with its last candidate, so that one statement serves all. */
    @Override
    public int bind(PreparedStatement statement, List<String> candidates) throws SQLException {
        for (int i = 0; i < chunk(); i++) {
            statement.setString(i + 1, candidates.get(Math.min(i, candidates.size() - 1)));
        }
        return chunk() + 1;
    }

    @Override
    public String numbers(int from, int to) {
        return "(select seq n from seq_" + from + "_to_" + to + ") numbers";
    }

    @Override
    public String key() {
        return "md5(concat('s', n))";
    }

    @Override
    public String typed(String text, String type) {
        return text;
    }

    @Override
    public String identity(String type, String... seed) {
        return "unhex(md5(concat_ws('-', " + String.join(", ", seed) + ")))";
    }

    @Override
    public List<String> settle(List<String> tables) {
        return tables.stream().map("analyze table "::concat).toList();
    }
}

package org.privacyrules.benchmarks.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** PostgreSQL by hand. */
record Postgres() implements Product {

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String options() {
        return "";
    }

    @Override
    public List<String> plainTables() {
        return List.of("""
                create table plain_event (
                  id bigint generated always as identity primary key,
                  subject_id varchar(64) not null, operation_id uuid not null, at timestamp(6) not null,
                  kind varchar(40) not null, policy_version varchar(64) not null, purpose varchar(64) not null,
                  payload varchar(8000) not null)
                """, "create index plain_event_by_subject on plain_event (subject_id)", """
                create table plain_state (
                  subject_id varchar(64) not null, purpose varchar(64) not null, status varchar(20) not null,
                  since timestamp(6) not null, until timestamp(6) not null, text_version integer not null,
                  primary key (subject_id, purpose))
                """);
    }

    @Override
    public List<String> plainListingIndex() {
        return List.of("create index plain_state_listing on plain_state (purpose, status, until, subject_id)");
    }

    @Override
    public String append() {
        return """
                with event as (
                  insert into plain_event (subject_id, operation_id, at, kind, policy_version, purpose, payload)
                  values (?, ?, ?, ?, ?, ?, ?))
                insert into plain_state as s (subject_id, purpose, status, since, until, text_version)
                values (?, ?, ?, ?, ?, ?)
                on conflict (subject_id, purpose) do update set
                  status = excluded.status, since = excluded.since, until = excluded.until,
                  text_version = excluded.text_version
                """;
    }

    @Override
    public Object uuid(UUID id) {
        return id;
    }

    @Override
    public int chunk() {
        return 5_000;
    }

    @Override
    public String permittedAmong() {
        return "select subject_id from plain_state"
                + " where subject_id = any(?) and purpose = ? and status = ? and until > ?";
    }

    @Override
    public int bind(PreparedStatement statement, List<String> candidates) throws SQLException {
        statement.setArray(1, statement.getConnection().createArrayOf("varchar", candidates.toArray()));
        return 2;
    }

    @Override
    public String numbers(int from, int to) {
        return "generate_series(" + from + ", " + to + ") as numbers(n)";
    }

    @Override
    public String key() {
        return "md5('s' || n)";
    }

    @Override
    public String typed(String text, String type) {
        return type.equals("bytea") ? "convert_to(" + text + ", 'UTF8')" : text;
    }

    @Override
    public String identity(String type, String... seed) {
        String hash = "md5(" + String.join(" || '-' || ", seed) + ")";
        return type.equals("uuid") ? hash + "::uuid" : "decode(" + hash + ", 'hex')";
    }

    @Override
    public List<String> settle(List<String> tables) {
        return tables.stream().map("vacuum analyze "::concat).toList();
    }
}

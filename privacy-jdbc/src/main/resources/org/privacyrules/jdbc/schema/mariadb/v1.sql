-- The guard row of a subject: bumping seq locks it and orders the subject's commands. The only place where a subject's key
-- meets its salted reference. Keys and tenants are bytes, so that no collation of the database can make two of them equal.
create table privacy_subject (
  tenant varbinary(64) not null,
  subject_key varbinary(255) not null,
  ref binary(16) not null,
  salt binary(16) not null,
  seq bigint(20) not null,
  recorded_at datetime(6) not null,
  primary key (tenant, subject_key)
) engine = InnoDB;

create index privacy_subject_by_ref on privacy_subject (ref);

-- One row is the command, the event that it left and its operation id. Rows are never updated. clock_at is what the host's clock
-- said; recorded_at never falls before the subject's previous row.
create table privacy_journal (
  ref binary(16) not null,
  operation_id binary(16) not null,
  entry_id binary(16) not null,
  seq bigint(20) not null,
  recorded_at datetime(6) not null,
  clock_at datetime(6) not null,
  kind varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
  policy_version varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  purpose varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  payload text character set utf8mb4 collate utf8mb4_bin not null,
  format int(11) not null,
  primary key (ref, operation_id)
) engine = InnoDB;

-- What is known of a subject, one row an aspect: p: and a purpose, f: and a fact, r:* for a restriction. What an
-- aspect does not have is null.
create table privacy_subject_state (
  tenant varbinary(64) not null,
  subject_key varbinary(255) not null,
  aspect varbinary(66) not null,
  status varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
  seq bigint(20) not null,
  since datetime(6) not null,
  until datetime(6),
  text_version int(11),
  by_guardian tinyint(1),
  pending_text_version int(11),
  pending_until datetime(6),
  pending_by_guardian tinyint(1),
  fact_value varchar(64) character set utf8mb4 collate utf8mb4_bin,
  primary key (tenant, subject_key, aspect)
) engine = InnoDB;

-- Writing a tenant's row lets one publisher of policies through at a time.
create table privacy_policy_guard (
  tenant varbinary(64) not null,
  held tinyint(1) not null,
  primary key (tenant)
) engine = InnoDB;

-- The published versions of a tenant's policy. Rows are never updated and never deleted. Names are bytes, as keys are.
create table privacy_policy_version (
  tenant varbinary(64) not null,
  version varbinary(192) not null,
  effective_from datetime(6) not null,
  hash varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  document longtext character set utf8mb4 collate utf8mb4_bin not null,
  published_at datetime(6) not null,
  primary key (tenant, version)
) engine = InnoDB;

create unique index privacy_policy_version_by_start on privacy_policy_version (tenant, effective_from);

-- Entries that are not sealed yet; the sealer empties it.
create table privacy_ledger_pending (
  entry_id binary(16) not null,
  ref binary(16) not null,
  operation_id binary(16) not null,
  primary key (entry_id)
) engine = InnoDB;

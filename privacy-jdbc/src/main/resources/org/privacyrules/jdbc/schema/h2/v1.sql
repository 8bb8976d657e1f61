-- The guard row of a subject: bumping seq locks it and orders the subject's commands. The only place where a subject's key
-- meets its salted reference. Keys and tenants are bytes, so that no setting of the database can make two of them equal.
create table privacy_subject (
  tenant binary varying(64) not null,
  subject_key binary varying(255) not null,
  ref binary(16) not null,
  salt binary(16) not null,
  seq bigint not null,
  recorded_at timestamp(6) not null,
  primary key (tenant, subject_key)
);

create unique index privacy_subject_by_ref on privacy_subject (ref);

-- One row is the command, the event that it left and its operation id. Rows are never updated. clock_at is what the host's clock
-- said; recorded_at never falls before the subject's previous row.
create table privacy_journal (
  ref binary(16) not null,
  operation_id uuid not null,
  entry_id uuid not null,
  seq bigint not null,
  recorded_at timestamp(6) not null,
  clock_at timestamp(6) not null,
  kind character varying(40) not null,
  policy_version character varying(64) not null,
  purpose character varying(64) not null,
  payload character varying(8000) not null,
  format integer not null,
  primary key (ref, operation_id)
);

-- What is known of a subject, one row an aspect: p: and a purpose, f: and a fact, r:* for a restriction. What an
-- aspect does not have is null.
create table privacy_subject_state (
  tenant binary varying(64) not null,
  subject_key binary varying(255) not null,
  aspect character varying(66) not null,
  status character varying(20) not null,
  seq bigint not null,
  since timestamp(6) not null,
  until timestamp(6),
  text_version integer,
  by_guardian boolean,
  pending_text_version integer,
  pending_until timestamp(6),
  pending_by_guardian boolean,
  fact_value character varying(64),
  primary key (tenant, subject_key, aspect)
);

-- Writing a tenant's row lets one publisher of policies through at a time.
create table privacy_policy_guard (
  tenant binary varying(64) not null,
  held boolean not null,
  primary key (tenant)
);

-- The published versions of a tenant's policy. Rows are never updated and never deleted. Names are bytes, as keys are.
create table privacy_policy_version (
  tenant binary varying(64) not null,
  version binary varying(192) not null,
  effective_from timestamp(6) not null,
  hash character varying(64) not null,
  document character large object not null,
  published_at timestamp(6) not null,
  primary key (tenant, version)
);

create unique index privacy_policy_version_by_start on privacy_policy_version (tenant, effective_from);

-- Entries that are not sealed yet; the sealer empties it.
create table privacy_ledger_pending (
  entry_id uuid not null,
  ref binary(16) not null,
  operation_id uuid not null,
  primary key (entry_id)
);

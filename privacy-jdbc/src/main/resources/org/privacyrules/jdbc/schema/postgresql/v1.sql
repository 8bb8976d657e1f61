-- Lines that begin with "-- partition by" are turned on by SchemaScripts.partitionedBySubject.

-- The guard row of a subject: bumping seq locks it and orders the subject's commands. The only place where a subject's key
-- meets its salted reference. Keys and tenants are bytes, so that no setting of the database can make two of them equal.
create table privacy_subject (
  tenant bytea not null,
  subject_key bytea not null,
  ref bytea not null,
  salt bytea not null,
  seq bigint not null,
  recorded_at timestamp(6) without time zone not null,
  primary key (tenant, subject_key)
)
-- partition by hash (subject_key)
;

create index privacy_subject_by_ref on privacy_subject (ref);

-- One row is the command, the event that it left and its operation id. Rows are never updated. clock_at is what the host's clock
-- said; recorded_at never falls before the subject's previous row.
create table privacy_journal (
  ref bytea not null,
  operation_id uuid not null,
  entry_id uuid not null,
  seq bigint not null,
  recorded_at timestamp(6) without time zone not null,
  clock_at timestamp(6) without time zone not null,
  kind character varying(40) not null,
  policy_version character varying(64) not null,
  purpose character varying(64) not null,
  payload text not null,
  format integer not null,
  primary key (ref, operation_id)
)
-- partition by hash (ref)
;

-- What is known of a subject, one row an aspect: p: and a purpose, f: and a fact, r:* for a restriction. What an
-- aspect does not have is null.
create table privacy_subject_state (
  tenant bytea not null,
  subject_key bytea not null,
  aspect character varying(66) collate "C" not null,
  status character varying(20) not null,
  seq bigint not null,
  since timestamp(6) without time zone not null,
  until timestamp(6) without time zone,
  text_version integer,
  by_guardian boolean,
  pending_text_version integer,
  pending_until timestamp(6) without time zone,
  pending_by_guardian boolean,
  fact_value character varying(64),
  primary key (tenant, subject_key, aspect)
)
-- partition by hash (subject_key)
;

-- Writing a tenant's row lets one publisher of policies through at a time.
create table privacy_policy_guard (
  tenant bytea not null,
  held boolean not null,
  primary key (tenant)
);

-- The published versions of a tenant's policy. Rows are never updated and never deleted. Names are bytes, as keys are.
create table privacy_policy_version (
  tenant bytea not null,
  version bytea not null,
  effective_from timestamp(6) without time zone not null,
  hash character varying(64) not null,
  document text not null,
  published_at timestamp(6) without time zone not null,
  primary key (tenant, version)
);

create unique index privacy_policy_version_by_start on privacy_policy_version (tenant, effective_from);

-- Entries that are not sealed yet; the sealer empties it.
create table privacy_ledger_pending (
  entry_id uuid not null,
  ref bytea not null,
  operation_id uuid not null,
  primary key (entry_id)
);

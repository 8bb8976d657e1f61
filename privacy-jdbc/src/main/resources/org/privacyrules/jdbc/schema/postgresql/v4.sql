-- Version 4: disposal. A note is what disposal remembers from one sweep to the next, such as its last plan. Rows are few and written over.
create table if not exists privacy_disposal_note (
  tenant bytea not null,
  name character varying(64) not null,
  revision bigint not null,
  payload text not null,
  primary key (tenant, name)
);

-- Data outside the database that are to be disposed of: announced, done, confirmed or parked.
create table if not exists privacy_disposal_task (
  tenant bytea not null,
  source character varying(64) not null,
  subject_key bytea not null,
  category character varying(64) not null,
  operation_id uuid not null,
  revision bigint not null,
  status character varying(20) not null,
  due_from timestamp(6) without time zone not null,
  attempts integer not null,
  next_try timestamp(6) without time zone not null,
  primary key (tenant, source, subject_key, category)
);

create index if not exists privacy_disposal_task_by_try on privacy_disposal_task (tenant, source, status, next_try);

-- Finds whose processing is restricted, and lists the subjects of whom some aspect is known.
create index if not exists privacy_subject_state_by_aspect on privacy_subject_state (tenant, aspect, subject_key);

update privacy_schema set version = 4 where version < 4;

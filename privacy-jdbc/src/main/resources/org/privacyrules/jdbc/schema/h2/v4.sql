-- Version 4: disposal. A note is what disposal remembers from one sweep to the next, such as its last plan. Rows are few and written over.
create table if not exists privacy_disposal_note (
  tenant binary varying(64) not null,
  name character varying(64) not null,
  revision bigint not null,
  payload character varying(1000000) not null,
  primary key (tenant, name)
);

-- Data outside the database that are to be disposed of: announced, done, confirmed or parked.
create table if not exists privacy_disposal_task (
  tenant binary varying(64) not null,
  source character varying(64) not null,
  subject_key binary varying(255) not null,
  category character varying(64) not null,
  operation_id uuid not null,
  revision bigint not null,
  status character varying(20) not null,
  due_from timestamp(6) not null,
  attempts integer not null,
  next_try timestamp(6) not null,
  primary key (tenant, source, subject_key, category)
);

create index if not exists privacy_disposal_task_by_try on privacy_disposal_task (tenant, source, status, next_try);

update privacy_schema set version = 4 where version < 4;

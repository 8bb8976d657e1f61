-- Version 4: disposal. A note is what disposal remembers from one sweep to the next, such as its last plan. Rows are few and written over.
create table if not exists privacy_disposal_note (
  tenant varbinary(64) not null,
  name varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  revision bigint(20) not null,
  payload mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  primary key (tenant, name)
) engine = InnoDB;

-- Data outside the database that are to be disposed of: announced, done, confirmed or parked.
create table if not exists privacy_disposal_task (
  tenant varbinary(64) not null,
  source varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  subject_key varbinary(255) not null,
  category varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  operation_id binary(16) not null,
  revision bigint(20) not null,
  status varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
  due_from datetime(6) not null,
  attempts int(11) not null,
  next_try datetime(6) not null,
  primary key (tenant, source, subject_key, category)
) engine = InnoDB;

create index if not exists privacy_disposal_task_by_try on privacy_disposal_task (tenant, source, status, next_try);

-- Finds whose processing is restricted, and lists the subjects of whom some aspect is known.
create index if not exists privacy_subject_state_by_aspect on privacy_subject_state (tenant, aspect, subject_key);

update privacy_schema set version = 4 where version < 4;

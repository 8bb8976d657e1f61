-- Version 3: legal holds. The gate row of a tenant keeps those who destroy data apart from those who place or release a hold; its epoch
-- counts the changes. Rows are made when they are needed and never deleted.
create table if not exists privacy_gate (
  tenant varbinary(64) not null,
  epoch bigint(20) not null,
  primary key (tenant)
) engine = InnoDB;

-- A hold is a row that is changed once: when it is released. Without a subject's key it keeps everybody's data, without a category all
-- of them. The reasons are here and nowhere else.
create table if not exists privacy_hold (
  tenant varbinary(64) not null,
  hold_id binary(16) not null,
  matter varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  subject_key varbinary(255),
  category varchar(64) character set utf8mb4 collate utf8mb4_bin,
  reason varchar(500) character set utf8mb4 collate utf8mb4_bin not null,
  placed_by_role varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
  placed_by_reference varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
  placed_at datetime(6) not null,
  review_on date not null,
  released_at datetime(6),
  released_by_role varchar(20) character set utf8mb4 collate utf8mb4_bin,
  released_by_reference varchar(100) character set utf8mb4 collate utf8mb4_bin,
  release_reason varchar(500) character set utf8mb4 collate utf8mb4_bin,
  primary key (tenant, hold_id)
) engine = InnoDB;

update privacy_schema set version = 3 where version < 3;

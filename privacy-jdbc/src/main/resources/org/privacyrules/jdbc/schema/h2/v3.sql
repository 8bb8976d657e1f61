-- Version 3: legal holds. The gate row of a tenant keeps those who destroy data apart from those who place or release a hold; its epoch
-- counts the changes. Rows are made when they are needed and never deleted.
create table if not exists privacy_gate (
  tenant binary varying(64) not null,
  epoch bigint not null,
  primary key (tenant)
);

-- A hold is a row that is changed once: when it is released. Without a subject's key it keeps everybody's data, without a category all
-- of them. The reasons are here and nowhere else.
create table if not exists privacy_hold (
  tenant binary varying(64) not null,
  hold_id uuid not null,
  matter character varying(64) not null,
  subject_key binary varying(255),
  category character varying(64),
  reason character varying(500) not null,
  placed_by_role character varying(20) not null,
  placed_by_reference character varying(100) not null,
  placed_at timestamp(6) not null,
  review_on date not null,
  released_at timestamp(6),
  released_by_role character varying(20),
  released_by_reference character varying(100),
  release_reason character varying(500),
  primary key (tenant, hold_id)
);

update privacy_schema set version = 3 where version < 3;

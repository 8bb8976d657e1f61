-- Version 2: the database knows which version of the tables it has, and which database it is: a second data source that looks
-- into another one is refused.
create table if not exists privacy_schema (
  version integer not null,
  database_id uuid not null,
  primary key (version)
);

insert into privacy_schema (version, database_id) select 2, random_uuid() where not exists (select 1 from privacy_schema);

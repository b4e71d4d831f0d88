-- What clients of Connect read of hubs and marketplaces besides their names. The defaults let the
-- version before this one go on inserting.

alter table hub
  add instance_type text not null default 'api'
    constraint hub_instance_type_known check (instance_type in ('api', 'oa')),
  add instance_id text;

alter table marketplace
  add zone text
    constraint marketplace_zone_known check (zone in ('af', 'as', 'eu', 'na', 'oc', 'sa')),
  add currency text;

-- The name is kept beside the code: PostgreSQL has no names of countries.
create table marketplace_country (
  marketplace_id text collate "C" not null
    constraint marketplace_country_marketplace_fk references marketplace,
  country_id text collate "C" not null,
  name text not null,
  constraint marketplace_country_pk primary key (marketplace_id, country_id)
);

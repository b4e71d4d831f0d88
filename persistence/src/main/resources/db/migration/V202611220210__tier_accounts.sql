-- Tier accounts in their current state, every version they had, and where they hang.

create table tier_account (
  id text collate "C" not null constraint tier_account_pk primary key,
  owner_id text collate "C" not null constraint tier_account_owner_fk references partner,
  hub_id text collate "C" constraint tier_account_hub_fk references hub,
  environment text not null
    constraint tier_account_environment_known
    check (environment in ('production', 'test', 'preview')),
  number integer not null constraint tier_account_number_positive check (number > 0),
  type text not null constraint tier_account_type_known check (type in ('customer', 'reseller')),
  name text not null,
  external_id text,
  external_uid text not null,
  tax_id text,
  parent_id text collate "C" constraint tier_account_parent_fk references tier_account,
  -- As the wire writes it, so that a read copies it and parses nothing.
  contact_info text not null,
  email text not null,
  -- Roles the account plays in some asset's chain: 1 customer, 2 tier 1, 4 tier 2. Bits are only
  -- ever added. No part of a version.
  scopes smallint not null default 0,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  decommissioned_at timestamptz,
  decommissioned_by_id text,
  decommissioned_by_name text,
  revision bigint not null,
  constraint tier_account_customer_has_parent check (type = 'reseller' or parent_id is not null),
  constraint tier_account_not_its_own_parent check (parent_id <> id)
);

create unique index tier_account_external_uid_key
  on tier_account (owner_id, environment, external_uid)
  where decommissioned_at is null;
create index tier_account_by_owner on tier_account (owner_id, environment, id)
  where decommissioned_at is null;
create index tier_account_by_parent on tier_account (parent_id, id)
  where decommissioned_at is null;
create index tier_account_by_external_uid on tier_account (external_uid);
create index tier_account_by_external_id on tier_account (external_id)
  where external_id is not null;
create index tier_account_by_email on tier_account (email);
create index tier_account_by_created on tier_account (owner_id, environment, created_at, id)
  where decommissioned_at is null;

-- Where an account hangs: the digits of the ids from the root down, each followed by a slash. Apart
-- from the account, because a move rewrites it for everything below, and these rows are small.
create table tier_position (
  account_id text collate "C" not null
    constraint tier_position_pk primary key
    constraint tier_position_account_fk references tier_account,
  path text collate "C" not null
);

create unique index tier_position_path_key on tier_position (path);

create table tier_account_version (
  account_id text collate "C" not null
    constraint tier_account_version_account_fk references tier_account,
  number integer not null constraint tier_account_version_number_positive check (number > 0),
  valid_from timestamptz not null,
  valid_to timestamptz not null default 'infinity',
  type text not null,
  name text not null,
  external_id text,
  external_uid text not null,
  tax_id text,
  parent_id text collate "C",
  parent_name text,
  parent_external_id text,
  contact_info text not null,
  changed_by_id text,
  changed_by_name text,
  constraint tier_account_version_pk primary key (account_id, number),
  constraint tier_account_version_in_order check (valid_from <= valid_to)
);

create index tier_account_version_by_parent on tier_account_version (parent_id, account_id)
  where parent_id is not null;

-- What resellers have agreed with products, the requests that set that up, and who waits for it.

create table tier_configuration (
  id text collate "C" not null constraint tier_configuration_pk primary key,
  product_id text collate "C" not null constraint tier_configuration_product_fk references product,
  vendor_id text collate "C" not null constraint tier_configuration_vendor_fk references partner,
  distributor_id text collate "C" not null
    constraint tier_configuration_distributor_fk references partner,
  environment text not null
    constraint tier_configuration_environment_known
    check (environment in ('production', 'test', 'preview')),
  connection_id text collate "C" not null
    constraint tier_configuration_connection_fk references connection,
  account_id text collate "C" not null
    constraint tier_configuration_account_fk references tier_account,
  tier_level integer not null
    constraint tier_configuration_level_known check (tier_level in (1, 2)),
  marketplace_id text collate "C"
    constraint tier_configuration_marketplace_fk references marketplace,
  status text not null
    constraint tier_configuration_status_known check (status in ('processing', 'active')),
  -- What holds, by the names of the parameters.
  params text not null,
  template_id text collate "C",
  template_name text,
  tile text,
  requests integer not null,
  open_request_id text collate "C",
  last_approved_id text collate "C",
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  revision bigint not null,
  -- Design §4.5: one for each product, account, level and connection.
  constraint tier_configuration_key unique (account_id, product_id, tier_level, connection_id)
);

create index tier_configuration_by_vendor on tier_configuration (vendor_id, environment, id);
create index tier_configuration_by_distributor
  on tier_configuration (distributor_id, environment, id);
create index tier_configuration_by_product on tier_configuration (product_id, id);

create table tier_configuration_request (
  id text collate "C" not null constraint tier_configuration_request_pk primary key,
  configuration_id text collate "C" not null
    constraint tier_configuration_request_configuration_fk references tier_configuration,
  number integer not null,
  type text not null
    constraint tier_configuration_request_type_known
    check (type in ('setup', 'update', 'adjustment')),
  status text not null
    constraint tier_configuration_request_status_known
    check (status in ('draft', 'tiers_setup', 'inquiring', 'pending', 'approved', 'failed')),
  -- As the configuration has them; nothing of them ever changes.
  product_id text collate "C" not null,
  vendor_id text collate "C" not null,
  distributor_id text collate "C" not null,
  environment text not null,
  connection_id text collate "C" not null,
  account_id text collate "C" not null,
  tier_level integer not null,
  marketplace_id text collate "C",
  tier2_id text collate "C"
    constraint tier_configuration_request_tier2_fk references tier_account,
  parent_configuration_id text collate "C"
    constraint tier_configuration_request_parent_fk references tier_configuration,
  previous_approved_id text collate "C",
  -- What this request brings, by the names of the parameters.
  params text not null,
  assignee_id text,
  assignee_name text,
  template_id text collate "C",
  template_name text,
  tile text,
  notes text,
  reason text,
  effective_date timestamptz,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  inquired_at timestamptz,
  inquired_by_id text,
  inquired_by_name text,
  pended_at timestamptz,
  pended_by_id text,
  pended_by_name text,
  approved_at timestamptz,
  approved_by_id text,
  approved_by_name text,
  revision bigint not null,
  constraint tier_configuration_request_number_key unique (configuration_id, number)
);

-- Design §4.6: a draft does not hold the place of the open one.
create unique index tier_configuration_request_one_open
  on tier_configuration_request (configuration_id)
  where status in ('tiers_setup', 'inquiring', 'pending');
create index tier_configuration_request_by_vendor_status
  on tier_configuration_request (vendor_id, environment, status, created_at, id);
create index tier_configuration_request_by_distributor
  on tier_configuration_request (distributor_id, environment, created_at, id);
create index tier_configuration_request_pending
  on tier_configuration_request (vendor_id, environment, product_id, created_at, id)
  where status = 'pending';
create index tier_configuration_request_of_account
  on tier_configuration_request (account_id, id)
  where status in ('tiers_setup', 'inquiring', 'pending');

-- Why an order or the setup of a tier 1 waits: for which configuration. There is a row as long as
-- it does, and only as long (design §4.13).
create table blocker (
  waiter_id text collate "C" not null,
  configuration_id text collate "C" not null
    constraint blocker_configuration_fk references tier_configuration,
  since timestamptz not null,
  constraint blocker_pk primary key (waiter_id, configuration_id)
);

create index blocker_by_configuration on blocker (configuration_id, waiter_id);

alter table asset add column params text not null default '{}';
alter table fulfillment_request add column params text not null default '{}';

create sequence tier_configuration_id increment by 10;

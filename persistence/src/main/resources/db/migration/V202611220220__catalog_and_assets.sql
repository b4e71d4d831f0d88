-- What is sold, through which connection, and to whom it was sold.

create table product (
  id text collate "C" not null constraint product_pk primary key,
  vendor_id text collate "C" not null constraint product_vendor_fk references partner,
  name text not null,
  external_id text,
  status text not null
    constraint product_status_known check (status in ('draft', 'published', 'endofsale')),
  icon text,
  short_description text,
  detailed_description text,
  -- As the wire writes it (wire-format §8.3).
  capabilities jsonb not null,
  customer_ui_settings jsonb not null default '{}',
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  published_at timestamptz,
  published_by_id text,
  published_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  revision bigint not null
);

create index product_by_vendor on product (vendor_id, id);

create table product_item (
  id text collate "C" not null constraint product_item_pk primary key,
  product_id text collate "C" not null constraint product_item_product_fk references product,
  name text not null,
  mpn text not null,
  unit text not null,
  item_type text not null,
  period text not null,
  position integer not null,
  constraint product_item_mpn_key unique (product_id, mpn)
);

create table connection (
  id text collate "C" not null constraint connection_pk primary key,
  product_id text collate "C" not null constraint connection_product_fk references product,
  vendor_id text collate "C" not null constraint connection_vendor_fk references partner,
  distributor_id text collate "C" not null constraint connection_distributor_fk references partner,
  hub_id text collate "C" not null constraint connection_hub_fk references hub,
  type text not null
    constraint connection_type_known check (type in ('production', 'test', 'preview')),
  status text not null
    constraint connection_status_known
    check (status in ('pending', 'approved', 'rejected', 'revoked', 'active')),
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  revision bigint not null
);

create index connection_by_product on connection (product_id, type, hub_id);
create index connection_by_distributor on connection (distributor_id, id);
create index connection_by_hub on connection (hub_id);

create table asset (
  id text collate "C" not null constraint asset_pk primary key,
  status text not null
    constraint asset_status_known
    check (status in ('draft', 'processing', 'active', 'terminating', 'suspended', 'terminated')),
  product_id text collate "C" not null constraint asset_product_fk references product,
  vendor_id text collate "C" not null constraint asset_vendor_fk references partner,
  distributor_id text collate "C" not null constraint asset_distributor_fk references partner,
  connection_id text collate "C" not null constraint asset_connection_fk references connection,
  marketplace_id text collate "C" constraint asset_marketplace_fk references marketplace,
  environment text not null
    constraint asset_environment_known check (environment in ('production', 'test', 'preview')),
  external_id text,
  external_uid text not null,
  customer_id text collate "C" not null constraint asset_customer_fk references tier_account,
  tier1_id text collate "C" not null constraint asset_tier1_fk references tier_account,
  tier2_id text collate "C" constraint asset_tier2_fk references tier_account,
  -- As the wire writes them (wire-format §6.1).
  items text not null,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  revision bigint not null
);

create unique index asset_external_uid_key
  on asset (distributor_id, environment, product_id, external_uid)
  where status <> 'terminated';
create index asset_by_vendor on asset (vendor_id, environment, id);
create index asset_by_distributor on asset (distributor_id, environment, id);
create index asset_by_customer on asset (customer_id, product_id) where status <> 'terminated';
create index asset_by_tier1 on asset (tier1_id, product_id) where status <> 'terminated';
create index asset_by_tier2 on asset (tier2_id, product_id)
  where status <> 'terminated' and tier2_id is not null;

-- In which products an account ever occurred: what a vendor may see, and where to look for products
-- in use. Rows are only ever added.
create table account_use (
  account_id text collate "C" not null constraint account_use_account_fk references tier_account,
  product_id text collate "C" not null constraint account_use_product_fk references product,
  vendor_id text collate "C" not null constraint account_use_vendor_fk references partner,
  environment text not null,
  constraint account_use_pk primary key (account_id, product_id)
);

create index account_use_by_vendor on account_use (vendor_id, environment, account_id);

create table fulfillment_request (
  id text collate "C" not null constraint fulfillment_request_pk primary key,
  asset_id text collate "C" not null constraint fulfillment_request_asset_fk references asset,
  number integer not null,
  type text not null
    constraint fulfillment_request_type_known
    check (type in ('purchase', 'change', 'suspend', 'resume', 'cancel', 'adjustment', 'renew', 'transfer')),
  status text not null
    constraint fulfillment_request_status_known
    check (status in ('draft', 'tiers_setup', 'inquiring', 'pending', 'approved', 'failed',
                      'scheduled', 'revoking', 'revoked')),
  product_id text collate "C" not null,
  vendor_id text collate "C" not null,
  distributor_id text collate "C" not null,
  environment text not null,
  -- What the asset's items are while this request is open, and were when it was decided.
  items text not null,
  note text,
  reason text,
  effective_date timestamptz,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  revision bigint not null,
  constraint fulfillment_request_number_key unique (asset_id, number)
);

create unique index fulfillment_request_one_open
  on fulfillment_request (asset_id)
  where status not in ('approved', 'failed', 'revoked');
create index fulfillment_request_by_vendor_status
  on fulfillment_request (vendor_id, environment, status, created_at, id);
create index fulfillment_request_by_distributor
  on fulfillment_request (distributor_id, environment, created_at, id);
create index fulfillment_request_pending
  on fulfillment_request (vendor_id, environment, product_id, created_at, id)
  where status = 'pending';

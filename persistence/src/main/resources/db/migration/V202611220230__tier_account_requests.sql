-- What tells a vendor that an account changed. The account itself is not copied: the request points
-- to the version, and versions are kept for ever.

create table tier_account_request (
  id text collate "C" not null constraint tier_account_request_pk primary key,
  status text not null
    constraint tier_account_request_status_known
    check (status in ('pending', 'accepted', 'ignored', 'unsupported')),
  account_id text collate "C" not null,
  number integer not null,
  product_id text collate "C" not null constraint tier_account_request_product_fk references product,
  vendor_id text collate "C" not null constraint tier_account_request_vendor_fk references partner,
  provider_id text collate "C" not null
    constraint tier_account_request_provider_fk references partner,
  environment text not null
    constraint tier_account_request_environment_known
    check (environment in ('production', 'test', 'preview')),
  reason text,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  revision bigint not null,
  -- One per version and product, and no request for a version that does not exist.
  constraint tier_account_request_once unique (account_id, product_id, number),
  constraint tier_account_request_version_fk
    foreign key (account_id, number) references tier_account_version (account_id, number)
);

create index tier_account_request_by_vendor
  on tier_account_request (vendor_id, environment, created_at, id);
create index tier_account_request_by_provider
  on tier_account_request (provider_id, environment, created_at, id);
create index tier_account_request_pending
  on tier_account_request (vendor_id, environment, product_id, created_at, id)
  where status = 'pending';

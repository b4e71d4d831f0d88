-- The companies that work with TierHub, their users and tokens, and where they sell.
-- Every id is compared byte by byte: collate "C" is the fastest order and the same on every system.

create table partner (
  id text collate "C" not null constraint partner_pk primary key,
  role text not null constraint partner_role_known check (role in ('vendor', 'distributor', 'ops')),
  name text not null,
  icon text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table app_user (
  id text collate "C" not null constraint app_user_pk primary key,
  partner_id text collate "C" not null constraint app_user_partner_fk references partner,
  name text not null,
  email text not null,
  created_at timestamptz not null,
  constraint app_user_email_key unique (partner_id, email)
);

create table api_token (
  id text collate "C" not null constraint api_token_pk primary key,
  partner_id text collate "C" not null constraint api_token_partner_fk references partner,
  environment text not null
    constraint api_token_environment_known check (environment in ('production', 'test', 'preview')),
  name text not null,
  description text,
  external_id text,
  status text not null
    constraint api_token_status_known check (status in ('active', 'inactive', 'deleted')),
  secret_hash bytea not null constraint api_token_secret_is_sha256 check (length(secret_hash) = 32),
  previous_secret_hash bytea,
  previous_secret_expires_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  revision bigint not null
);

create index api_token_by_partner on api_token (partner_id, id);

create table hub (
  id text collate "C" not null constraint hub_pk primary key,
  partner_id text collate "C" not null constraint hub_partner_fk references partner,
  name text not null,
  description text,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  revision bigint not null
);

create index hub_by_partner on hub (partner_id, id);

create table marketplace (
  id text collate "C" not null constraint marketplace_pk primary key,
  partner_id text collate "C" not null constraint marketplace_partner_fk references partner,
  name text not null,
  description text,
  icon text,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  revision bigint not null
);

create index marketplace_by_partner on marketplace (partner_id, id);

create table marketplace_hub (
  marketplace_id text collate "C" not null
    constraint marketplace_hub_marketplace_fk references marketplace,
  hub_id text collate "C" not null constraint marketplace_hub_hub_fk references hub,
  external_id text,
  constraint marketplace_hub_pk primary key (marketplace_id, hub_id)
);

create index marketplace_hub_by_hub on marketplace_hub (hub_id);

-- One sequence per kind of id; the number is scrambled before it is shown, so ids look random and
-- never repeat. Copies of the server draw blocks, hence the step.
create sequence tier_account_id increment by 100;
create sequence asset_id increment by 100;
create sequence product_id increment by 1;
create sequence connection_id increment by 1;
create sequence hub_id increment by 1;
create sequence marketplace_id increment by 1;
create sequence vendor_id increment by 1;
create sequence distributor_id increment by 1;
create sequence ops_id increment by 1;
create sequence user_id increment by 1;
create sequence service_user_id increment by 1;

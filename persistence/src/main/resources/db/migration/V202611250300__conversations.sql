-- What is said about a request, and what is noted of its steps.

create table conversation (
  id text collate "C" not null constraint conversation_pk primary key,
  -- The id of the request it is about, of whatever kind; whom that concerns stands beside it.
  instance_id text collate "C" not null constraint conversation_instance_key unique,
  topic text not null,
  status text not null
    constraint conversation_status_known check (status in ('open', 'closed')),
  product_id text collate "C" not null constraint conversation_product_fk references product,
  vendor_id text collate "C" not null constraint conversation_vendor_fk references partner,
  distributor_id text collate "C" not null
    constraint conversation_distributor_fk references partner,
  environment text not null
    constraint conversation_environment_known
    check (environment in ('production', 'test', 'preview')),
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  revision bigint not null
);

create index conversation_by_vendor on conversation (vendor_id, environment, created_at, id);
create index conversation_by_distributor
  on conversation (distributor_id, environment, created_at, id);

create table conversation_message (
  id text collate "C" not null constraint conversation_message_pk primary key,
  -- The order in which messages were posted: moments can be equal, and ids look random. Drawn while
  -- the conversation is locked.
  position bigint not null generated always as identity,
  conversation_id text collate "C" not null
    constraint conversation_message_conversation_fk references conversation,
  account_id text collate "C" not null
    constraint conversation_message_account_fk references partner,
  type text not null
    constraint conversation_message_type_known
    check (type in ('message', 'state_change', 'private')),
  text text not null,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  revision bigint not null
);

create unique index conversation_message_in_order
  on conversation_message (conversation_id, position);

create sequence conversation_id increment by 100;
create sequence message_id increment by 100;

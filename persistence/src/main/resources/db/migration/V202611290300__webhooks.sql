-- Programs that are called when something happens, and each call.

create sequence webhook_id increment by 1;

create table webhook (
  id text collate "C" not null constraint webhook_pk primary key,
  owner_id text collate "C" not null constraint webhook_owner_fk references partner,
  environment text not null
    constraint webhook_environment_known check (environment in ('production', 'test', 'preview')),
  type text not null,
  object_class text not null,
  label text not null,
  description text,
  active boolean not null,
  url text not null,
  product_id text collate "C" constraint webhook_product_fk references product,
  data text not null,
  headers text not null,
  -- Calls are signed with them, so they cannot be kept as hashes.
  jwt_secret text not null,
  signing_secret text not null,
  secret_number integer not null,
  previous_jwt_secret text,
  previous_signing_secret text,
  secrets_from timestamptz not null,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  revision bigint not null
);

create index webhook_by_owner on webhook (owner_id, environment, id);
create index webhook_by_environment on webhook (environment, id);

-- How calls go; apart from the webhook, which its owner changes, and that is what its tag is about.
create table webhook_health (
  webhook_id text collate "C" not null
    constraint webhook_health_pk primary key
    constraint webhook_health_webhook_fk references webhook on delete cascade,
  -- The number of its last delivery.
  deliveries bigint not null default 0,
  successes bigint not null default 0,
  failures bigint not null default 0,
  failures_in_row integer not null default 0,
  paused_until timestamptz,
  last_event_at timestamptz,
  last_success_at timestamptz,
  last_success_ms integer,
  last_success_status integer,
  last_failure_at timestamptz,
  last_failure_ms integer,
  last_failure_status integer,
  last_failure_error text
);

create table webhook_delivery (
  webhook_id text collate "C" not null
    constraint webhook_delivery_webhook_fk references webhook on delete cascade,
  number bigint not null,
  id text collate "C" not null constraint webhook_delivery_pk primary key,
  kind text not null
    constraint webhook_delivery_kind_known check (kind in ('event', 'replay', 'trigger')),
  -- Deliveries of the same line come one after the other: the object's id.
  line text collate "C" not null,
  event_id text,
  event_type text,
  event_product text collate "C",
  event_position bigint,
  event_at timestamptz,
  trace text not null,
  replay_of text collate "C",
  status text not null
    constraint webhook_delivery_status_known check (status in ('waiting', 'delivered', 'failed')),
  tries integer not null default 0,
  created_at timestamptz not null,
  due_at timestamptz,
  finished_at timestamptz,
  last_status integer,
  last_error text,
  constraint webhook_delivery_number_key unique (webhook_id, number),
  constraint webhook_delivery_waits_for_something check ((status = 'waiting') = (due_at is not null))
);

create index webhook_delivery_waiting on webhook_delivery (webhook_id, line, number)
  where status = 'waiting';
create index webhook_delivery_triggered on webhook_delivery (webhook_id)
  where status = 'waiting' and kind = 'trigger';
create index webhook_delivery_finished on webhook_delivery (finished_at)
  where finished_at is not null;

create table webhook_attempt (
  delivery_id text collate "C" not null
    constraint webhook_attempt_delivery_fk references webhook_delivery on delete cascade,
  number integer not null,
  at timestamptz not null,
  ms integer not null,
  url text not null,
  -- Erased with whoever it names.
  request text,
  status integer,
  answer text,
  error text,
  constraint webhook_attempt_pk primary key (delivery_id, number)
);

-- The one row is the dispatcher's lock and its memory.
create table webhook_dispatcher (
  the_one boolean not null default true
    constraint webhook_dispatcher_one_row primary key check (the_one),
  last_position bigint not null
);

insert into webhook_dispatcher (last_position) select last_position from feed_sequencer;

-- When which webhook is to be looked after next; db-scheduler's, apart from the other jobs, so that
-- slow endpoints hold up none of those.
create table webhook_job (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  constraint webhook_job_pk primary key (task_name, task_instance)
);

create index webhook_job_by_time on webhook_job (execution_time);
create index webhook_job_by_heartbeat on webhook_job (last_heartbeat);

-- Every committed change tells of itself. Writers add to the outbox in their own transaction; one
-- sequencer at a time moves what is committed to the feed and gives the positions there. A reader
-- by position can so never pass over one that commits late.

create table outbox (
  id bigint generated always as identity constraint outbox_pk primary key,
  type text not null,
  subject text collate "C" not null,
  owner_id text collate "C" not null,
  vendor_id text collate "C",
  product_id text collate "C",
  environment text not null,
  at timestamptz not null,
  by_id text,
  by_name text,
  trace text not null,
  data text not null
);

create table feed (
  position bigint not null constraint feed_pk primary key,
  event_id bigint not null,
  type text not null,
  subject text collate "C" not null,
  owner_id text collate "C" not null,
  vendor_id text collate "C",
  product_id text collate "C",
  environment text not null,
  at timestamptz not null,
  by_id text,
  by_name text,
  trace text not null,
  data text not null
);

create index feed_by_owner on feed (owner_id, environment, position);
create index feed_by_vendor on feed (vendor_id, environment, position) where vendor_id is not null;
create index feed_by_trace on feed (trace);
create index feed_by_subject on feed (subject, position);

-- The one row is the sequencer's lock and its memory.
create table feed_sequencer (
  the_one boolean not null default true constraint feed_sequencer_one_row primary key check (the_one),
  last_position bigint not null,
  retained_from bigint not null
);

insert into feed_sequencer (last_position, retained_from) values (0, 1);

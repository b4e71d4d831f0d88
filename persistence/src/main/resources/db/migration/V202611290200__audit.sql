-- Who did what, when and why, from which token, and what it was before and after. Written in the
-- transaction that did it, and never changed but by an erasure, which empties what is sealed.

create table audit_entry (
  id bigint generated always as identity constraint audit_entry_pk primary key,
  action text not null,
  object_id text collate "C" not null,
  -- What of the object, where it has parts: a parameter of a product, say.
  part_id text collate "C",
  owner_id text collate "C" not null,
  vendor_id text collate "C",
  environment text not null,
  at timestamptz not null,
  by_id text collate "C",
  token_type text
    constraint audit_entry_token_known check (token_type in ('api_token', 'jwt', 'link')),
  token_id text collate "C",
  trace text collate "C" not null,
  -- JSON with whatever may be somebody's personal data: names, reason, before and after.
  sealed text,
  salt bytea,
  -- SHA-256 of salt and sealed. It stays when those are gone.
  digest bytea not null constraint audit_entry_digest_is_sha256 check (length(digest) = 32),
  -- SHA-256 of all the columns above and the digest.
  hash bytea not null constraint audit_entry_hash_is_sha256 check (length(hash) = 32),
  constraint audit_entry_sealed_with_salt check ((sealed is null) = (salt is null))
);

create index audit_entry_by_owner on audit_entry (owner_id, environment, id);
create index audit_entry_by_vendor on audit_entry (vendor_id, environment, id)
  where vendor_id is not null;
create index audit_entry_by_object on audit_entry (object_id, id);
create index audit_entry_by_user on audit_entry (by_id, id) where by_id is not null;
create index audit_entry_by_trace on audit_entry (trace);

-- The entries of each committed write that no seal holds yet, as the outbox has events.
create table audit_unsealed (
  id bigint generated always as identity constraint audit_unsealed_pk primary key,
  entries bigint[] not null
);

-- The chain. A seal's hash is the SHA-256 of the hash before it and of what it seals, in order.
create table audit_seal (
  number bigint not null constraint audit_seal_pk primary key,
  entries bigint[] not null,
  hash bytea not null constraint audit_seal_hash_is_sha256 check (length(hash) = 32),
  at timestamptz not null
);

-- The one row is the sealer's lock and its memory.
create table audit_head (
  the_one boolean not null default true constraint audit_head_one_row primary key check (the_one),
  number bigint not null,
  hash bytea not null
);

insert into audit_head (number, hash) values (0, sha256(''));

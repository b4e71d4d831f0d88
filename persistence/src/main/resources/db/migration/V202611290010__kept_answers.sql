-- What calls with an Idempotency-Key were answered, for as long as they may be repeated. Secrets
-- are left out of the answers before they get here.
--
-- caller: account, environment and user of a token, or the digest of the code of a link.
-- fingerprint: SHA-256 of all that was sent.

create table kept_answer (
  caller text collate "C" not null,
  key text collate "C" not null,
  fingerprint bytea not null,
  status smallint not null,
  headers json not null,
  body bytea not null,
  trace_id text collate "C" not null,
  created_at timestamptz not null,
  constraint kept_answer_pk primary key (caller, key)
);

create index kept_answer_by_age on kept_answer (created_at);

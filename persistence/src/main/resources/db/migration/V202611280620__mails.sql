-- What is mailed to people who have no account: one mail of each inquiry of a request.

create table mail (
  request_id text collate "C" not null,
  inquiry integer not null,
  environment text not null,
  -- Whoever was the contact when it was tried last.
  to_name text,
  to_address text,
  status text not null
    constraint mail_status_known check (status in ('waiting', 'sent', 'failed', 'kept', 'dropped')),
  tries integer not null,
  error text,
  trace text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  revision bigint not null,
  constraint mail_pk primary key (request_id, inquiry)
);

create index mail_by_time on mail (environment, created_at);

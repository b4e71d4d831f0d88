-- What the links that are mailed to people without an account are sealed with.

create table link_key (
  number integer not null constraint link_key_pk primary key,
  secret bytea not null,
  made_at timestamptz not null
);

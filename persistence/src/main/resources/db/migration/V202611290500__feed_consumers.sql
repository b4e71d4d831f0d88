-- Where readers of the feed are, by names of their own, for those who keep no position themselves.
create table feed_consumer (
  account_id text collate "C" not null,
  environment text not null,
  name text collate "C" not null,
  position bigint not null,
  committed_at timestamptz not null,
  constraint feed_consumer_pk primary key (account_id, environment, name)
);

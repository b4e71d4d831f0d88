-- Lists are filtered by the names and values of parameters. Each is a word, and so are both
-- together; a long value is the word of what it begins with, which an index has room for. Costly,
-- for PostgreSQL to prefer the index to asking every row.
create function held_words(params text) returns text[]
  language sql immutable parallel safe cost 1000
as $$
  select array_agg(word)
  from json_each(params::json) kept
    cross join lateral (select left(kept.value ->> 'value', 200) as text) begins
    cross join lateral (values (kept.key), (begins.text), (kept.key || '=' || begins.text)) words (word)
  where word is not null
$$;

-- Most requests hold nothing.
create index fulfillment_request_held
  on fulfillment_request using gin (held_words(params)) where params <> '{}';
create index asset_held
  on asset using gin (held_words(params)) where params <> '{}';
create index tier_configuration_held
  on tier_configuration using gin (held_words(params)) where params <> '{}';
create index tier_configuration_request_held
  on tier_configuration_request using gin (held_words(params)) where params <> '{}';

-- What search looks for in accounts besides their names, and in tier configuration requests, each as
-- one text: found by any piece of it, where each column by itself would need an index of its own.
do $$
begin
  -- The extension may have come after the migration that wanted it first.
  if to_regclass('tier_account_name_pieces') is null then
    create index tier_account_name_pieces on tier_account using gin (name gin_trgm_ops);
  end if;
  create index tier_account_pieces on tier_account using gin ((
    (id || E'\n' || coalesce(external_id, '') || E'\n' || external_uid || E'\n'
      || coalesce(parent_id, '') || E'\n' || coalesce(hub_id, '') || E'\n' || owner_id)
    collate "default") gin_trgm_ops);
  create index tier_configuration_request_pieces on tier_configuration_request using gin ((
    id || ' ' || configuration_id || ' ' || account_id || ' ' || product_id || ' '
      || coalesce(marketplace_id, '')) gin_trgm_ops);
exception
  when undefined_object then
    raise notice 'pg_trgm is not there: search has no index';
end
$$;

-- How often a piece is in them is known only now.
analyze tier_account;
analyze tier_configuration_request;

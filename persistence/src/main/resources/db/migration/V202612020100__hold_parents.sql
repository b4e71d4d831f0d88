-- Holds the trees of accounts with others, and finds those of them that live, with their places: one
-- way to and fro for what every new account needs of its parent.
create function hold_parents(accounts text[])
returns table (id text, type text, owner_id text, hub_id text, environment text, path text)
language plpgsql
set plan_cache_mode = force_generic_plan
as $$
begin
  perform hold_trees(accounts, false);
  -- A statement of its own, which sees what was committed while the trees were waited for.
  return query
    select a.id, a.type, a.owner_id, a.hub_id, a.environment, p.path
    from tier_account a join tier_position p on p.account_id = a.id
    where a.id = any (accounts) and a.decommissioned_at is null
    order by a.id
    for share of a;
end
$$;

-- What it asks is planned once and not at each call: a plan for an array of unknown length looks
-- dearer than one for the array at hand, and to plan takes longer than to find a row by its key.
alter function hold_trees(text[], boolean) set plan_cache_mode = force_generic_plan;

-- Siblings hang below the same accounts: of a tree that moves, it is the parents that are looked at,
-- of which there are far fewer than of all that hangs below them.
create or replace function tier_position_tally_changes() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into tier_position_tally (top_id, rows)
      select 'TA-' || step, sum(one) from (
        -- A path ends with the account's own step.
        select left(path, 2 - length(account_id)) as above, count(*) as one
        from is_now group by above
      ) parents, unnest(string_to_array(rtrim(above, '/'), '/')) step group by step;
  elsif tg_op = 'DELETE' then
    insert into tier_position_tally (top_id, rows)
      select 'TA-' || step, -sum(one) from (
        select left(path, 2 - length(account_id)) as above, count(*) as one
        from was group by above
      ) parents, unnest(string_to_array(rtrim(above, '/'), '/')) step group by step;
  else
    -- Only what it hung below and hangs below now has other numbers.
    insert into tier_position_tally (top_id, rows)
      select 'TA-' || step, sum(one) from (
        select above, sum(one) as one from (
          select left(path, 2 - length(account_id)) as above, -1 as one from was
          union all
          select left(path, 2 - length(account_id)), 1 from is_now
        ) every group by above
      ) parents, unnest(string_to_array(rtrim(above, '/'), '/')) step
      group by step having sum(one) <> 0;
  end if;
  return null;
end
$$;

-- The tally of what hangs below an account tells the living ones only, as its lists do: what is
-- decommissioned keeps its place, and counting all of an owner's took longer the more of it there was.
-- Trees are of some thousands, and what is decommissioned is in an index of its own: what does not
-- live is looked up there, for whoever moves a tree to read no more of its accounts than that.
update tally set source = $source$(
    select 'TA-' || step as top_id
    from tier_position, unnest(string_to_array(rtrim(path, '/'), '/')) step
    where 'TA-' || step <> account_id
      and not exists (
        select from tier_account a where a.id = account_id and a.decommissioned_at is not null))$source$
  where list = 'tier_position';

create or replace function tier_position_tally_changes() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    -- Whoever is given a place lives.
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
        from was
        where not exists (
          select from tier_account a where a.id = account_id and a.decommissioned_at is not null)
        group by above
      ) parents, unnest(string_to_array(rtrim(above, '/'), '/')) step group by step;
  else
    -- Only what it hung below and hangs below now has other numbers.
    insert into tier_position_tally (top_id, rows)
      select 'TA-' || step, sum(one) from (
        select above, sum(one) as one from (
          select account_id, left(path, 2 - length(account_id)) as above, -1 as one from was
          union all
          select account_id, left(path, 2 - length(account_id)), 1 from is_now
        ) every
        where not exists (
          select from tier_account a where a.id = account_id and a.decommissioned_at is not null)
        group by above
      ) parents, unnest(string_to_array(rtrim(above, '/'), '/')) step
      group by step having sum(one) <> 0;
  end if;
  return null;
end
$$;

create function tier_position_tally_lives() returns trigger language plpgsql as $$
begin
  insert into tier_position_tally (top_id, rows)
    select 'TA-' || step, case when new.decommissioned_at is null then 1 else -1 end
    from tier_position, unnest(string_to_array(rtrim(path, '/'), '/')) step
    where account_id = new.id and 'TA-' || step <> new.id;
  return null;
end
$$;
create trigger tier_position_tally_lives after update on tier_account for each row
  when ((old.decommissioned_at is null) <> (new.decommissioned_at is null))
  execute function tier_position_tally_lives();

-- In one statement, so in one snapshot: what is decommissioned meanwhile is neither taken away here
-- nor counted as gone already.
create or replace function tally_anew(of_list text) returns void language plpgsql as $$
declare
  one record;
begin
  perform pg_advisory_xact_lock(hashtext('tallies'));
  execute format('lock table %I in share row exclusive mode', of_list);
  select format('%I', list || '_tally') as name, array_to_string(columns, ', ') as listed, source
    into strict one from tally where list = of_list;
  execute format('with gone as (delete from %1$s) insert into %1$s (%2$s, rows, fresh)'
    ' select %2$s, count(*), false from %3$s s group by %2$s', one.name, one.listed, one.source);
end
$$;

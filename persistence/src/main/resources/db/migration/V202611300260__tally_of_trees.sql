-- What hangs below an account, however deep.
do $$
begin
  perform make_tally(
    'tier_position',
    '{top_id}',
    $source$(
      select 'TA-' || step as top_id
      from tier_position, unnest(string_to_array(rtrim(path, '/'), '/')) step
      where 'TA-' || step <> account_id)$source$);
end
$$;

alter table tier_position_tally alter top_id set not null;

create index tier_position_tally_by_top on tier_position_tally (top_id);

create function tier_position_tally_changes() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into tier_position_tally (top_id, rows)
      select 'TA-' || step, count(*)
      from is_now, unnest(string_to_array(rtrim(path, '/'), '/')) step
      where 'TA-' || step <> account_id group by step;
  elsif tg_op = 'DELETE' then
    insert into tier_position_tally (top_id, rows)
      select 'TA-' || step, -count(*)
      from was, unnest(string_to_array(rtrim(path, '/'), '/')) step
      where 'TA-' || step <> account_id group by step;
  else
    -- Of a tree that moves, only what it hung below and hangs below now has other numbers.
    insert into tier_position_tally (top_id, rows)
      select 'TA-' || step, sum(one) from (
        select step, -1 as one from was, unnest(string_to_array(rtrim(path, '/'), '/')) step
        where 'TA-' || step <> account_id
        union all
        select step, 1 from is_now, unnest(string_to_array(rtrim(path, '/'), '/')) step
        where 'TA-' || step <> account_id
      ) every group by step having sum(one) <> 0;
  end if;
  return null;
end
$$;
create trigger tier_position_tally_more after insert on tier_position
  referencing new table as is_now for each statement execute function tier_position_tally_changes();
create trigger tier_position_tally_fewer after delete on tier_position
  referencing old table as was for each statement execute function tier_position_tally_changes();
create trigger tier_position_tally_other after update on tier_position
  referencing old table as was new table as is_now
  for each statement execute function tier_position_tally_changes();

do $$
begin
  perform tally_anew('tier_position');
end
$$;

drop function keep_tally;
drop function make_tally;

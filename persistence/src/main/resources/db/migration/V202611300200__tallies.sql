-- How many rows a list has for what it is mostly filtered by, so that a total is the sum of few rows
-- instead of a count of a million. Whoever writes a row of a list adds a row to its tally and waits
-- for nobody; fold_tallies() makes one row again of those that belong together. The sum is exact in
-- every snapshot, for each row of a tally is written with what it counts.

create table tally (
  list text not null constraint tally_pk primary key,
  -- What rows are told apart by.
  columns text[] not null,
  -- What is counted, to be selected from.
  source text not null
);

-- A table for the tally of what is in that source, which has those columns.
create function make_tally(list text, columns text[], source text) returns void language plpgsql as $$
declare
  of_list constant text := list || '_tally';
begin
  insert into tally values (list, columns, source);
  execute format(
    'create table %I as select %s, 0::bigint as rows, true as fresh from %s s limit 0',
    of_list, array_to_string(columns, ', '), source);
  execute format('alter table %I alter rows set not null, alter fresh set not null,'
    ' alter fresh set default true', of_list);
  execute format('create index %I on %I (fresh) where fresh', of_list || '_fresh', of_list);
end
$$;

-- Keeps the tally of a list by those of its own columns, of the rows that the condition counts.
create function keep_tally(list text, columns text[], condition text) returns void
  language plpgsql as $$
declare
  of_list constant text := list || '_tally';
  listed constant text := array_to_string(columns, ', ');
  is_other text;
begin
  perform make_tally(list, columns, format('(select * from %I where %s)', list, condition));

  execute format($f$
    create function %1$I() returns trigger language plpgsql as $t$
    begin
      insert into %2$I (%3$s, rows)
        select %3$s, count(*) from written where %4$s group by %3$s;
      return null;
    end $t$ $f$, of_list || '_more', of_list, listed, condition);
  execute format('create trigger %1$I after insert on %2$I referencing new table as written'
    ' for each statement execute function %1$I()', of_list || '_more', list);

  execute format($f$
    create function %1$I() returns trigger language plpgsql as $t$
    begin
      insert into %2$I (%3$s, rows)
        select %3$s, -count(*) from written where %4$s group by %3$s;
      return null;
    end $t$ $f$, of_list || '_fewer', of_list, listed, condition);
  execute format('create trigger %1$I after delete on %2$I referencing old table as written'
    ' for each statement execute function %1$I()', of_list || '_fewer', list);

  execute format($f$
    create function %1$I() returns trigger language plpgsql as $t$
    begin
      insert into %2$I (%3$s, rows)
        select %3$s, -1 from (select old.*) was where %4$s
        union all select %3$s, 1 from (select new.*) is_now where %4$s;
      return null;
    end $t$ $f$, of_list || '_other', of_list, listed, condition);
  -- Most changes change nothing that is told apart, and cost nothing then.
  select string_agg(format('old.%1$I is distinct from new.%1$I', name), ' or ') into is_other
    from unnest(columns) name;
  execute format('create trigger %1$I after update on %2$I for each row'
    ' when (%3$s or (%4$s) <> (%5$s)) execute function %1$I()',
    of_list || '_other', list, is_other,
    replace(condition, 'decommissioned_at', 'old.decommissioned_at'),
    replace(condition, 'decommissioned_at', 'new.decommissioned_at'));
end
$$;

-- Makes one row of all that belong together. Whoever else does it at the same time takes other rows.
create function fold_tallies() returns void language plpgsql as $$
declare
  one record;
begin
  for one in
    select format('%I', t.list || '_tally') as name,
           string_agg(format('%I', c), ', ') as listed,
           string_agg(format('k.%I', c), ', ') as kept,
           string_agg(
             format(case when a.attnotnull then 'k.%1$I = f.%1$I'
                         else 'coalesce(k.%1$I, '''') = coalesce(f.%1$I, '''')' end, c),
             ' and ') as alike
    from tally t cross join unnest(t.columns) c
    join pg_attribute a
      on a.attrelid = format('%I', t.list || '_tally')::regclass and a.attname = c
    group by t.list
  loop
    execute format($f$
      with fresh as (delete from %1$s where fresh returning %2$s, rows),
      kept as (
        delete from %1$s k using (select distinct %2$s from fresh) f
        where not k.fresh and %4$s returning %3$s, k.rows)
      insert into %1$s (%2$s, rows, fresh)
      select %2$s, sum(rows), false
      from (select * from fresh union all select * from kept) every
      group by %2$s having sum(rows) <> 0 $f$, one.name, one.listed, one.kept, one.alike);
  end loop;
end
$$;

-- Counts everything once more; nobody writes meanwhile. For the rows that there are already, and for
-- whoever has written rows without their triggers.
create function tally_anew() returns void language plpgsql as $$
declare
  one record;
begin
  for one in select list from tally order by list loop
    execute format('lock table %I in share row exclusive mode', one.list);
  end loop;
  for one in
    select list, format('%I', list || '_tally') as name, array_to_string(columns, ', ') as listed,
           source
    from tally
  loop
    execute format('delete from %s', one.name);
    execute format('insert into %1$s (%2$s, rows, fresh)'
      ' select %2$s, count(*), false from %3$s s group by %2$s', one.name, one.listed, one.source);
  end loop;
end
$$;

-- The rows of tallies that are not what there is.
create function wrong_tallies() returns setof text language plpgsql stable as $$
declare
  one record;
begin
  for one in
    select list, format('%I', list || '_tally') as name, array_to_string(columns, ', ') as listed,
           source
    from tally order by list
  loop
    return query execute format($f$
      select %1$L || ' ' || row(%3$s)::text from (
        select %3$s, rows from %2$s union all select %3$s, -1 from %4$s s
      ) every group by %3$s having sum(rows) <> 0 $f$, one.list, one.name, one.listed, one.source);
  end loop;
end
$$;

do $$
begin
  perform keep_tally('fulfillment_request',
    '{vendor_id,distributor_id,environment,product_id,type,status,template_id}', 'true');
  perform keep_tally('tier_configuration_request',
    '{vendor_id,distributor_id,environment,product_id,connection_id,marketplace_id,tier_level,type,status,template_id}',
    'true');
  perform keep_tally('tier_account_request',
    '{vendor_id,provider_id,environment,product_id,status}', 'true');
  perform keep_tally('asset',
    '{vendor_id,distributor_id,environment,product_id,connection_id,marketplace_id,status}', 'true');
  perform keep_tally('tier_account', '{owner_id,environment,type,hub_id}', 'decommissioned_at is null');
end
$$;

-- Only the living are counted, and lists ask for them.
alter table tier_account_tally
  add decommissioned_at timestamptz
    constraint tier_account_tally_of_the_living check (decommissioned_at is null);

-- What hangs below an account, however deep.
do $$
begin
  perform make_tally('tier_position', '{top_id}',
    $source$(select 'TA-' || step as top_id from tier_position, unnest(string_to_array(rtrim(path, '/'), '/')) step
       where 'TA-' || step <> account_id)$source$);
end
$$;

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

drop function keep_tally;
drop function make_tally;

-- Columns that are never null are compared as such when tallies are folded.
do $$
declare
  one record;
begin
  for one in
    select format('%I', t.list || '_tally') as name, c
    from tally t cross join unnest(t.columns) c
    left join pg_attribute a on a.attrelid = format('%I', t.list)::regclass and a.attname = c
    where coalesce(a.attnotnull, true)
  loop
    execute format('alter table %s alter %I set not null', one.name, one.c);
  end loop;
end
$$;

create index fulfillment_request_tally_by_vendor
  on fulfillment_request_tally (vendor_id, environment, status);
create index fulfillment_request_tally_by_distributor
  on fulfillment_request_tally (distributor_id, environment, status);
create index tier_configuration_request_tally_by_vendor
  on tier_configuration_request_tally (vendor_id, environment, status);
create index tier_configuration_request_tally_by_distributor
  on tier_configuration_request_tally (distributor_id, environment, status);
create index tier_account_request_tally_by_vendor
  on tier_account_request_tally (vendor_id, environment, status);
create index tier_account_request_tally_by_provider
  on tier_account_request_tally (provider_id, environment, status);
create index asset_tally_by_vendor on asset_tally (vendor_id, environment);
create index asset_tally_by_distributor on asset_tally (distributor_id, environment);
create index tier_account_tally_by_owner on tier_account_tally (owner_id, environment);
create index tier_position_tally_by_top on tier_position_tally (top_id);

do $$
begin
  perform tally_anew();
end
$$;

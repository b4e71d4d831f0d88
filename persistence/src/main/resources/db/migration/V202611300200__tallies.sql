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

create function tally_nothing() returns trigger language plpgsql as $$
begin
  execute format('delete from %I', tg_table_name || '_tally');
  return null;
end
$$;

-- A table for the tally of what is in that source, which has those columns.
create function make_tally(list text, columns text[], source text) returns void language plpgsql as $$
declare
  of_list constant text := list || '_tally';
begin
  insert into tally values (list, columns, source);
  execute format(
    'create table %I as select %s, 0::bigint as rows, true as fresh from %s s limit 0',
    of_list, array_to_string(columns, ', '), source);
  -- Where changes are published, those of a table without a key are told by whole rows.
  execute format('alter table %I alter rows set not null, alter fresh set not null,'
    ' alter fresh set default true, replica identity full', of_list);
  execute format('create index %I on %I (fresh) where fresh', of_list || '_fresh', of_list);
  execute format('create trigger %I after truncate on %I for each statement'
    ' execute function tally_nothing()', of_list || '_none', list);
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

-- Makes one row of all that belong together, of so many new ones at once that it does not take long.
create function fold_tallies() returns void language plpgsql as $$
declare
  one record;
begin
  -- Who folds meanwhile, or counts anew, would write what is deleted here, and is waited for.
  perform pg_advisory_xact_lock(hashtext('tallies'));
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
      with fresh as (
        delete from %1$s where ctid = any (array(select ctid from %1$s where fresh limit 50000))
        returning %2$s, rows),
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

-- Counts a list once more; nobody writes to it meanwhile.
create function tally_anew(of_list text) returns void language plpgsql as $$
declare
  one record;
begin
  perform pg_advisory_xact_lock(hashtext('tallies'));
  execute format('lock table %I in share row exclusive mode', of_list);
  select format('%I', list || '_tally') as name, array_to_string(columns, ', ') as listed, source
    into strict one from tally where list = of_list;
  execute format('delete from %s', one.name);
  execute format('insert into %1$s (%2$s, rows, fresh)'
    ' select %2$s, count(*), false from %3$s s group by %2$s', one.name, one.listed, one.source);
end
$$;

-- All of them, for whoever has written rows past their triggers. One list after the other, as those
-- who write to several of them do so in different orders.
create procedure tally_anew() language plpgsql as $$
declare
  of_list text;
begin
  foreach of_list in array array(select list from tally order by list) loop
    perform tally_anew(of_list);
    commit;
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

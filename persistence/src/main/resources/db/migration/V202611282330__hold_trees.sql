-- Holds the trees that accounts are in until the transaction ends, alone or with others. Here and
-- not in the server, because it is begun again whenever a tree was moved during the wait: to and
-- fro for each look and lock would cost more than they do.
--
-- A lock is on the number of the tree's root; bit 60 keeps it apart from other locks, since no id
-- has that many digits. In order, so that two who want the same trees cannot block each other.
create function hold_trees(accounts text[], alone boolean) returns void
language plpgsql as $$
declare
  trees bigint[];
  now_in bigint[];
  tree bigint;
begin
  loop
    trees := array(
      select distinct (1::bigint << 60) | replace(split_part(path, '/', 1), '-', '')::bigint
      from tier_position where account_id = any (accounts) order by 1);
    begin
      foreach tree in array trees loop
        if alone then
          perform pg_advisory_xact_lock(tree);
        else
          perform pg_advisory_xact_lock_shared(tree);
        end if;
      end loop;
      now_in := array(
        select distinct (1::bigint << 60) | replace(split_part(path, '/', 1), '-', '')::bigint
        from tier_position where account_id = any (accounts) order by 1);
      if now_in = trees then
        return;
      end if;
      -- To lock one more while holding some would be out of order. What this block raises lets go
      -- of all that it has locked.
      raise exception using errcode = 'TREES';
    exception
      when sqlstate 'TREES' then
        null;
    end;
  end loop;
end
$$;

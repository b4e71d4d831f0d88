-- One list to a migration: those who write to several do so in different orders.
do $$
begin
  perform keep_tally(
    'tier_account',
    '{owner_id,environment,type,hub_id}',
    'decommissioned_at is null');
end
$$;

alter table tier_account_tally
  alter owner_id set not null,
  alter environment set not null,
  alter type set not null;

-- Only the living are counted, and lists ask for them.
alter table tier_account_tally
  add decommissioned_at timestamptz
    constraint tier_account_tally_of_the_living check (decommissioned_at is null);

create index tier_account_tally_by_owner on tier_account_tally (owner_id, environment);

do $$
begin
  perform tally_anew('tier_account');
end
$$;

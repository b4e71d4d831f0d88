-- What hangs in a tree is counted by its places, less those of decommissioned accounts.
create index tier_account_decommissioned on tier_account (owner_id, id)
  where decommissioned_at is not null;

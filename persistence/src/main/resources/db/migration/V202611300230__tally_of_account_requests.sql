-- One list to a migration: those who write to several do so in different orders.
do $$
begin
  perform keep_tally(
    'tier_account_request',
    '{vendor_id,provider_id,environment,product_id,status}',
    'true');
end
$$;

alter table tier_account_request_tally
  alter vendor_id set not null,
  alter provider_id set not null,
  alter environment set not null,
  alter product_id set not null,
  alter status set not null;

create index tier_account_request_tally_by_vendor on tier_account_request_tally (vendor_id, environment, status);
create index tier_account_request_tally_by_provider on tier_account_request_tally (provider_id, environment, status);

do $$
begin
  perform tally_anew('tier_account_request');
end
$$;

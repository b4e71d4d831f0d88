-- One list to a migration: those who write to several do so in different orders.
do $$
begin
  perform keep_tally(
    'asset',
    '{vendor_id,distributor_id,environment,product_id,connection_id,marketplace_id,status}',
    'true');
end
$$;

alter table asset_tally
  alter vendor_id set not null,
  alter distributor_id set not null,
  alter environment set not null,
  alter product_id set not null,
  alter connection_id set not null,
  alter status set not null;

create index asset_tally_by_vendor on asset_tally (vendor_id, environment);
create index asset_tally_by_distributor on asset_tally (distributor_id, environment);

do $$
begin
  perform tally_anew('asset');
end
$$;

-- One list to a migration: those who write to several do so in different orders.
do $$
begin
  perform keep_tally(
    'tier_configuration_request',
    '{vendor_id,distributor_id,environment,product_id,connection_id,marketplace_id,tier_level,type,status,template_id}',
    'true');
end
$$;

alter table tier_configuration_request_tally
  alter vendor_id set not null,
  alter distributor_id set not null,
  alter environment set not null,
  alter product_id set not null,
  alter connection_id set not null,
  alter tier_level set not null,
  alter type set not null,
  alter status set not null;

create index tier_configuration_request_tally_by_vendor on tier_configuration_request_tally (vendor_id, environment, status);
create index tier_configuration_request_tally_by_distributor on tier_configuration_request_tally (distributor_id, environment, status);

do $$
begin
  perform tally_anew('tier_configuration_request');
end
$$;

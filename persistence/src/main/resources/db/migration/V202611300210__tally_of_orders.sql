-- One list to a migration: those who write to several do so in different orders.
do $$
begin
  perform keep_tally(
    'fulfillment_request',
    '{vendor_id,distributor_id,environment,product_id,type,status,template_id}',
    'true');
end
$$;

alter table fulfillment_request_tally
  alter vendor_id set not null,
  alter distributor_id set not null,
  alter environment set not null,
  alter product_id set not null,
  alter type set not null,
  alter status set not null;

create index fulfillment_request_tally_by_vendor on fulfillment_request_tally (vendor_id, environment, status);
create index fulfillment_request_tally_by_distributor on fulfillment_request_tally (distributor_id, environment, status);

do $$
begin
  perform tally_anew('fulfillment_request');
end
$$;

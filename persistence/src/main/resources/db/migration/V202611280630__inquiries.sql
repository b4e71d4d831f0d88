-- How often somebody was asked about a request, and when last.

alter table tier_configuration_request add column inquiry integer;
alter table tier_configuration_request add column inquired_last_at timestamptz;
alter table fulfillment_request add column inquiry integer;
alter table fulfillment_request add column inquired_last_at timestamptz;

update tier_configuration_request set inquiry = 1, inquired_last_at = coalesce(inquired_at, updated_at)
  where status = 'inquiring';
update fulfillment_request set inquiry = 1, inquired_last_at = updated_at
  where status = 'inquiring';

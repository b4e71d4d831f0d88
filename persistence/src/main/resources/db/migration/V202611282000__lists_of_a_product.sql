-- What vendors ask all day: the requests of a product in a status, the oldest first. For every
-- status, since a plan that is kept cannot know which of them is asked for.
create index fulfillment_request_by_product_status
  on fulfillment_request (vendor_id, environment, product_id, status, created_at, id);
drop index fulfillment_request_pending;
create index tier_configuration_request_by_product_status
  on tier_configuration_request (vendor_id, environment, product_id, status, created_at, id);
drop index tier_configuration_request_pending;
create index tier_account_request_by_product_status
  on tier_account_request (vendor_id, environment, product_id, status, created_at, id);
drop index tier_account_request_pending;

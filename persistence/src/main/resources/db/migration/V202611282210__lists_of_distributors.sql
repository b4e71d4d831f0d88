-- What distributors filter their requests by, and all who list assets and configurations: found in
-- the index of who may see the rows, as vendors' requests are.
drop index fulfillment_request_by_distributor;
create index fulfillment_request_by_distributor
  on fulfillment_request (distributor_id, environment, created_at, id)
  include (status, type, product_id, asset_id, vendor_id, template_id, assignee_id, updated_at);

drop index tier_configuration_request_by_distributor;
create index tier_configuration_request_by_distributor
  on tier_configuration_request (distributor_id, environment, created_at, id)
  include (status, type, tier_level, product_id, account_id, connection_id, configuration_id,
           vendor_id, template_id, assignee_id, updated_at);

drop index asset_by_vendor;
create index asset_by_vendor
  on asset (vendor_id, environment, id)
  include (status, product_id, connection_id, distributor_id);
drop index asset_by_distributor;
create index asset_by_distributor
  on asset (distributor_id, environment, id)
  include (status, product_id, connection_id, vendor_id);

drop index tier_configuration_by_distributor;
create index tier_configuration_by_distributor
  on tier_configuration (distributor_id, environment, id)
  include (status, tier_level, product_id, connection_id, open_request_id);

-- Purchases of a product are not looked for among all that its vendor ever had.
drop index fulfillment_request_by_product_status;
create index fulfillment_request_by_product_status
  on fulfillment_request (vendor_id, environment, product_id, status, created_at, id)
  include (type);

-- Few accounts are resellers in an order.
create index tier_account_tier1
  on tier_account (owner_id, environment, id)
  where scopes & 2 <> 0 and decommissioned_at is null;
create index tier_account_tier2
  on tier_account (owner_id, environment, id)
  where scopes & 4 <> 0 and decommissioned_at is null;

drop index tier_account_by_created;
create index tier_account_by_created
  on tier_account (owner_id, environment, created_at, id) include (type)
  where decommissioned_at is null;

-- The parents that a filter looks for need not be said to live.
drop index tier_account_by_parent;
create index tier_account_by_parent on tier_account (parent_id, id);

-- A vendor's lists are in the order of creation; the indexes by status have that order only within
-- one status, so to show a page of all was to sort all that the vendor ever had.
create index fulfillment_request_by_vendor
  on fulfillment_request (vendor_id, environment, created_at, id);
create index tier_configuration_request_by_vendor
  on tier_configuration_request (vendor_id, environment, created_at, id);

-- What commerce systems and people look for, and what read all assets and all accounts so far.
create index asset_by_external_id on asset (external_id) where external_id is not null;
create index asset_by_external_uid on asset (external_uid);
create index tier_account_by_name on tier_account (name);

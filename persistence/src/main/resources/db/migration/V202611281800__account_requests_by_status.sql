-- What waits for a vendor, whatever the product: in the order in which it is answered.
create index tier_account_request_by_vendor_status
  on tier_account_request (vendor_id, environment, status, created_at, id);

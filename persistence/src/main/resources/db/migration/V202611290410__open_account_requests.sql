-- What waits at all vendors. Orders and tier requests that are open have such indexes, by which
-- there is one at most.
create index tier_account_request_open
  on tier_account_request (environment, vendor_id, product_id, created_at)
  where status = 'pending';

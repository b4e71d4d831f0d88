-- What lists are filtered by besides the status. The columns that are included are read in the index
-- itself: what is counted, or passed over on the way to a page, is not fetched.
drop index fulfillment_request_by_vendor;
create index fulfillment_request_by_vendor
  on fulfillment_request (vendor_id, environment, created_at, id)
  include (status, type, product_id, asset_id, distributor_id, template_id, assignee_id, updated_at);

drop index tier_configuration_request_by_vendor;
create index tier_configuration_request_by_vendor
  on tier_configuration_request (vendor_id, environment, created_at, id)
  include (status, type, tier_level, product_id, account_id, connection_id, configuration_id,
           template_id, assignee_id, updated_at);
create index tier_configuration_request_by_account
  on tier_configuration_request (account_id, product_id);

drop index tier_account_by_owner;
create index tier_account_by_owner
  on tier_account (owner_id, environment, id)
  include (type, scopes, hub_id, parent_id, created_at, created_by_id, updated_at)
  where decommissioned_at is null;
create index tier_account_by_type
  on tier_account (owner_id, environment, type, id) where decommissioned_at is null;

-- Lists show terminated assets too; what asks for living ones finds the status in the index.
create index asset_by_connection on asset (connection_id, id);
drop index asset_by_customer;
create index asset_by_customer on asset (customer_id, product_id) include (status);
drop index asset_by_tier1;
create index asset_by_tier1 on asset (tier1_id, product_id) include (status);
drop index asset_by_tier2;
create index asset_by_tier2 on asset (tier2_id, product_id) include (status)
  where tier2_id is not null;

-- Equal to something, or beginning with it, whatever language the database sorts in.
drop index tier_account_by_name;
create index tier_account_by_name on tier_account (name text_pattern_ops);

-- For like, ilike and search. The extension comes with PostgreSQL's own contributions; without it
-- those read every name that the caller may see.
do $$
begin
  create extension if not exists pg_trgm;
  create index tier_account_name_pieces on tier_account using gin (name gin_trgm_ops);
exception
  when undefined_file or insufficient_privilege or undefined_object or feature_not_supported then
    raise notice 'pg_trgm is not there: names are searched without an index';
end
$$;

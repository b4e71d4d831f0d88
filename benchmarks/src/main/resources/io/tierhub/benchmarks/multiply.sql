-- The server's own rows once for each generated id.

analyze;

create table moment as
  select timestamptz '2024-11-28 00:00:00+00' as first, interval '2 years' as span,
    (select greatest(max(n), 1) from generated_account) as accounts,
    (select greatest(max(n), 1) from generated_asset) as assets,
    (select greatest(max(n), 1) from generated_configuration) as configurations;

insert into tier_account (id, owner_id, hub_id, environment, number, type, name, external_id, external_uid, tax_id, parent_id, contact_info, email, scopes, created_at, created_by_id, created_by_name, updated_at, updated_by_id, updated_by_name, revision)
select g.id, d.id, null, s.environment, 1, g.type, 'Company ' || g.n, 'EXT-' || g.n, md5(g.id)::uuid::text, s.tax_id, g.parent_id,
  replace(s.contact_info, s.email, 'contact' || g.n || '@company.example'), 'contact' || g.n || '@company.example', g.scopes,
  m.first + m.span * (g.n::float8 / m.accounts), s.created_by_id, s.created_by_name, m.first + m.span * (g.n::float8 / m.accounts), s.updated_by_id, s.updated_by_name, 0
from generated_account g join distributor d using (d)
join (select distinct on (type) * from tier_account where environment = 'production' and tax_id is not null order by type, id) s on s.type = g.type
cross join moment m;

insert into tier_position select id, path from generated_account;

insert into tier_account_version (account_id, number, valid_from, type, name, external_id, external_uid, tax_id, parent_id, parent_name, parent_external_id, contact_info, changed_by_id, changed_by_name)
select a.id, 1, a.created_at, a.type, a.name, a.external_id, a.external_uid, a.tax_id, a.parent_id, p.name, p.external_id, a.contact_info, a.created_by_id, a.created_by_name
from generated_account g join tier_account a on a.id = g.id left join tier_account p on p.id = a.parent_id;

create table sample_request as
  select r.* from fulfillment_request r join asset a on a.id = r.asset_id where a.external_id = 'sample';

create table sample_asset as select * from asset where external_id = 'sample';

insert into asset (id, status, product_id, vendor_id, distributor_id, connection_id, marketplace_id, environment, external_id, external_uid, customer_id, tier1_id, tier2_id, items, params, created_at, created_by_id, created_by_name, updated_at, revision)
select g.id, 'active', c.product_id, c.vendor_id, c.distributor_id, c.id, s.marketplace_id, s.environment, 'SUB-' || g.n, md5(g.id)::uuid::text, g.customer_id, g.tier1_id, g.tier2_id,
  replace(s.items, s.product_id, c.product_id), s.params, m.first + m.span * (g.n::float8 / m.assets), s.created_by_id, s.created_by_name, m.first + m.span * (g.n::float8 / m.assets), 0
from generated_asset g join channel c on c.p = g.p and c.d = g.d cross join sample_asset s cross join moment m;

insert into account_use (account_id, product_id, vendor_id, environment)
select distinct u.account_id, c.product_id, c.vendor_id, 'production'
from generated_asset g join channel c on c.p = g.p and c.d = g.d
cross join lateral (values (g.customer_id), (g.tier1_id), (g.tier2_id)) u (account_id)
where u.account_id is not null;

insert into fulfillment_request (id, asset_id, number, type, status, product_id, vendor_id, distributor_id, environment, items, params, note, created_at, created_by_id, created_by_name, updated_at, revision, previous_approved_id, assignee_id, assignee_name, template_id, template_name, tile)
select 'PR-' || substr(g.id, 4) || '-00' || k.number, g.id, k.number, case k.number when 1 then 'purchase' else 'change' end, k.status,
  c.product_id, c.vendor_id, c.distributor_id, s.environment, replace(s.items, s.product_id, c.product_id), s.params, s.note,
  k.at, s.created_by_id, s.created_by_name, k.at, 0,
  case when k.number = 2 then 'PR-' || substr(g.id, 4) || '-001' end, s.assignee_id, s.assignee_name,
  case when k.status = 'approved' then case when c.p = 0 then s.template_id else 'TL-' || 900 + c.p || substr(s.template_id, 7) end end,
  case when k.status = 'approved' then s.template_name end, case when k.status = 'approved' then s.tile end
from generated_asset g join channel c on c.p = g.p and c.d = g.d cross join sample_request s cross join moment m
cross join lateral (values
  (1, 'approved', m.first + m.span * (g.n::float8 / m.assets) * 0.8),
  (2, case when g.pending then 'pending' else 'approved' end, m.first + m.span * (g.n::float8 / m.assets))
) k (number, status, at);

create table sample_configuration as
  select distinct on (c.tier_level) c.* from tier_configuration c, sample_product s
  where c.product_id = s.id and c.status = 'active' order by c.tier_level, c.id;

create table sample_configuration_request as
  select r.* from tier_configuration_request r join sample_configuration c on c.id = r.configuration_id
  where r.status = 'approved' and r.type = 'setup';

insert into tier_configuration
select made.*
from generated_configuration g join channel c on c.p = g.p and c.d = g.d join sample_configuration s on s.tier_level = g.tier_level cross join moment m
cross join lateral jsonb_populate_record(s, jsonb_build_object(
  'id', g.id, 'product_id', c.product_id, 'vendor_id', c.vendor_id, 'distributor_id', c.distributor_id, 'connection_id', c.id,
  'account_id', g.account_id, 'requests', 1,
  'status', case when g.pending then 'processing' else 'active' end,
  'params', case when g.pending then '{}' else s.params end,
  'template_id', case when not g.pending then case when c.p = 0 then s.template_id else 'TL-' || 900 + c.p || substr(s.template_id, 7) end end,
  'template_name', case when not g.pending then s.template_name end,
  'tile', case when not g.pending then s.tile end,
  'open_request_id', case when g.pending then 'TCR-' || substr(g.id, 4) || '-001' end,
  'last_approved_id', case when not g.pending then 'TCR-' || substr(g.id, 4) || '-001' end,
  'created_at', m.first + m.span * (g.n::float8 / m.configurations), 'updated_at', m.first + m.span * (g.n::float8 / m.configurations))) made
where not exists (select 1 from tier_configuration k where k.account_id = g.account_id and k.product_id = c.product_id and k.tier_level = g.tier_level);

insert into tier_configuration_request
select made.*
from generated_configuration g join channel c on c.p = g.p and c.d = g.d join sample_configuration_request s on s.tier_level = g.tier_level cross join moment m
cross join lateral jsonb_populate_record(s, jsonb_build_object(
  'id', 'TCR-' || substr(g.id, 4) || '-001', 'configuration_id', g.id, 'product_id', c.product_id, 'vendor_id', c.vendor_id, 'distributor_id', c.distributor_id, 'connection_id', c.id,
  'account_id', g.account_id, 'tier2_id', g.tier2_id, 'parent_configuration_id', g.parent_id,
  'status', case when g.pending then 'pending' else 'approved' end,
  'template_id', case when not g.pending then case when c.p = 0 then s.template_id else 'TL-' || 900 + c.p || substr(s.template_id, 7) end end,
  'template_name', case when not g.pending then s.template_name end,
  'tile', case when not g.pending then s.tile end,
  'approved_at', case when not g.pending then s.approved_at end,
  'approved_by_id', case when not g.pending then s.approved_by_id end,
  'approved_by_name', case when not g.pending then s.approved_by_name end,
  'created_at', m.first + m.span * (g.n::float8 / m.configurations), 'updated_at', m.first + m.span * (g.n::float8 / m.configurations))) made;

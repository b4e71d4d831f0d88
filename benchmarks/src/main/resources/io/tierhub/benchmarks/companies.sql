-- Distributors and vendors beside the demo's, and products like the demo's most demanding one.

create table sample_product as
  select * from product where name = 'Nimbus Workplace';

create table distributor as
  select row_number() over (order by name) - 1 as d, id, (select h.id from hub h where h.partner_id = p.id limit 1) as hub_id
  from partner p where role = 'distributor'
  union all
  select n + 1, 'PA-900-00' || n, 'HB-9000-000' || n from generate_series(1, 3) n;

insert into partner (id, role, name, icon, created_at, updated_at)
  select o.id, 'distributor', 'Distributor ' || o.d, s.icon, s.created_at, s.updated_at
  from distributor o, partner s where o.d > 1 and s.name = 'Alpine Distribution';

insert into hub (id, partner_id, name, created_at, created_by_id, created_by_name, updated_at, updated_by_id, updated_by_name, revision)
  select o.hub_id, o.id, 'Hub ' || o.d, s.created_at, s.created_by_id, s.created_by_name, s.updated_at, s.updated_by_id, s.updated_by_name, 0
  from distributor o, distributor f, hub s where o.d > 1 and f.d = 0 and s.id = f.hub_id;

create table sold as
  select p, case when p = 0 then s.id else 'PRD-900-000-' || to_char(p, 'FM000') end as id,
    case when p < 4 then s.vendor_id else 'VA-900-00' || p % 9 end as vendor_id
  from generate_series(0, 19) p, sample_product s;

insert into partner (id, role, name, icon, created_at, updated_at)
  select distinct o.vendor_id, 'vendor', 'Vendor ' || right(o.vendor_id, 1), s.icon, s.created_at, s.updated_at
  from sold o, partner s where o.p > 3 and s.name = 'Nimbus Software';

insert into product
  select (jsonb_populate_record(s, jsonb_build_object('id', o.id, 'vendor_id', o.vendor_id, 'name', 'Product ' || o.p))).*
  from sold o, sample_product s where o.p > 0;

insert into product_item
  select (jsonb_populate_record(i, jsonb_build_object('id', replace(i.id, s.id, o.id), 'product_id', o.id))).*
  from sold o, sample_product s, product_item i where o.p > 0 and i.product_id = s.id;

insert into product_parameter
  select (jsonb_populate_record(i, jsonb_build_object('id', replace(replace(i.id, substr(s.id, 5), substr(o.id, 5)), s.id, o.id), 'product_id', o.id))).*
  from sold o, sample_product s, product_parameter i where o.p > 0 and i.product_id = s.id;

insert into parameter_set
  select o.id, i.scope, i.revision, replace(i.definitions, substr(s.id, 5), substr(o.id, 5))
  from sold o, sample_product s, parameter_set i where o.p > 0 and i.product_id = s.id;

insert into product_template
  select (jsonb_populate_record(i, jsonb_build_object('id', 'TL-' || 900 + o.p || substr(i.id, 7), 'product_id', o.id))).*
  from sold o, sample_product s, product_template i where o.p > 0 and i.product_id = s.id;

insert into product_counter
  select o.id, i.kind, i.last from sold o, sample_product s, product_counter i where o.p > 0 and i.product_id = s.id;

create table channel as
  select o.p, d.d, o.id as product_id, o.vendor_id, d.id as distributor_id,
    coalesce((select c.id from connection c where c.product_id = o.id and c.distributor_id = d.id and c.type = 'production' limit 1),
      'CT-9' || to_char(o.p, 'FM000') || '-' || to_char(d.d, 'FM0000')) as id, d.hub_id
  from sold o, distributor d;

create table sample_connection as
  select c.* from connection c, sample_product s where c.product_id = s.id and c.type = 'production' limit 1;

insert into connection
  select (jsonb_populate_record(c, jsonb_build_object('id', n.id, 'product_id', n.product_id, 'vendor_id', n.vendor_id, 'distributor_id', n.distributor_id, 'hub_id', n.hub_id))).*
  from channel n, sample_connection c
  where not exists (select 1 from connection k where k.id = n.id);

create unlogged table generated_account (n int, id text collate "C", type text, d int, parent_id text collate "C", path text collate "C", scopes smallint);

create unlogged table generated_asset (n int, id text collate "C", p int, d int, customer_id text collate "C", tier1_id text collate "C", tier2_id text collate "C", pending boolean);

create unlogged table generated_configuration (n int, id text collate "C", p int, d int, account_id text collate "C", tier_level int, tier2_id text collate "C", parent_id text collate "C", pending boolean);

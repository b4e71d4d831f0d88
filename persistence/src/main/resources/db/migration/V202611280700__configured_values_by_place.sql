-- What assets and tier configurations show of configured values, by what these are of: a write of
-- one changes one row, and an asset reads those of its own items only. It takes the place of
-- configured_params, which the version before still reads and a later release drops.

create table shown_configuration (
  product_id text collate "C" not null
    constraint shown_configuration_product_fk references product,
  -- Both empty for none.
  marketplace_id text collate "C" not null,
  item_id text collate "C" not null,
  -- JSON objects with commas between: all for the product's vendor, all but secrets for ops, what is
  -- shared for distributors. Null for none.
  for_vendor text,
  for_ops text,
  for_distributor text,
  constraint shown_configuration_pk primary key (product_id, marketplace_id, item_id)
);

-- Whether a product has any of items at all, which is asked for each row of a page.
create index shown_configuration_of_items on shown_configuration (product_id)
  where item_id <> '';

insert into shown_configuration
  (product_id, marketplace_id, item_id, for_vendor, for_ops, for_distributor)
select
  was.product_id,
  was.marketplace_id,
  param.item_id,
  string_agg(param.text, ',' order by param.position) filter (where param.reader = 'vendor'),
  string_agg(param.text, ',' order by param.position) filter (where param.reader = 'ops'),
  string_agg(param.text, ',' order by param.position) filter (where param.reader = 'distributor')
from configured_params was
cross join lateral (
  select shown.reader, '' as item_id, one.value::text as text, one.value ->> 'scope' as scope,
    one.ordinality as position
  from (values
    ('vendor', was.for_vendor), ('ops', was.for_ops), ('distributor', was.for_distributor)
  ) shown (reader, params)
  cross join lateral json_array_elements(shown.params::json) with ordinality one
  union all
  select shown.reader, item.key, one.value::text, one.value ->> 'scope', one.ordinality
  from (values
    ('vendor', was.items_for_vendor), ('ops', was.items_for_ops),
    ('distributor', was.items_for_distributor)
  ) shown (reader, items)
  cross join lateral json_each(shown.items::json) item
  cross join lateral json_array_elements(item.value) with ordinality one
) param
-- The rows of marketplaces had those of no marketplace as well.
where was.marketplace_id = '' or param.scope in ('marketplace', 'item_marketplace')
group by was.product_id, was.marketplace_id, param.item_id;

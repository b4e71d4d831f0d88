-- What is set of products before anything is ordered.

create table configured_value (
  -- Parameter, item and marketplace.
  key text collate "C" not null constraint configured_value_pk primary key,
  product_id text collate "C" not null constraint configured_value_product_fk references product,
  parameter_id text collate "C" not null
    constraint configured_value_parameter_fk references product_parameter on delete cascade,
  item_id text collate "C" constraint configured_value_item_fk references product_item,
  marketplace_id text collate "C"
    constraint configured_value_marketplace_fk references marketplace,
  -- As params keep it; of a password only the product's vendor is told.
  held text not null,
  value text,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text
);

create index configured_value_by_product on configured_value (product_id, key);
create index configured_value_by_parameter on configured_value (parameter_id);

-- What assets and tier configurations show of these values, written anew by every change of them:
-- reads join it by its key. One row for objects without a marketplace, or in one that has no values
-- of its own, and one for each marketplace that has. No row when there is nothing to show.
create table configured_params (
  product_id text collate "C" not null constraint configured_params_product_fk references product,
  -- Empty for none.
  marketplace_id text collate "C" not null,
  -- JSON arrays: all for the product's vendor, all but secrets for ops, what is shared for
  -- distributors.
  for_vendor text not null,
  for_ops text not null,
  for_distributor text not null,
  -- JSON objects of such arrays by the items' ids; null if no item has any.
  items_for_vendor text,
  items_for_ops text,
  items_for_distributor text,
  constraint configured_params_pk primary key (product_id, marketplace_id)
);

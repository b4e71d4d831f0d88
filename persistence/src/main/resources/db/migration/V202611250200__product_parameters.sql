-- What products ask for.

-- Running numbers below a product, so that none is given twice, not even after a deletion.
create table product_counter (
  product_id text collate "C" not null constraint product_counter_product_fk references product,
  kind text not null,
  last bigint not null,
  constraint product_counter_pk primary key (product_id, kind)
);

create table product_parameter (
  id text collate "C" not null constraint product_parameter_pk primary key,
  product_id text collate "C" not null constraint product_parameter_product_fk references product,
  name text not null,
  title text not null,
  description text,
  type text not null
    constraint product_parameter_type_known
    check (type in ('text', 'dropdown', 'password', 'email', 'checkbox', 'subdomain', 'domain',
                    'address', 'phone', 'object', 'url', 'choice', 'heading', 'content')),
  scope text not null
    constraint product_parameter_scope_known
    check (scope in ('asset', 'tier1', 'tier2', 'product', 'item', 'marketplace',
                     'item_marketplace')),
  phase text not null
    constraint product_parameter_phase_known
    check (phase in ('ordering', 'fulfillment', 'configuration')),
  hint text,
  placeholder text,
  -- Both as the wire writes them (wire-format §7).
  default_value text,
  constraints text not null,
  position bigint not null,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  revision bigint not null,
  constraint product_parameter_name_key unique (product_id, name)
);

create index product_parameter_by_place on product_parameter (product_id, position, id);

-- What the params of an asset or a tier configuration say besides their values, written anew by
-- every change of the parameters: reads join it by its key. No row when there is nothing to ask.
create table parameter_set (
  product_id text collate "C" not null constraint parameter_set_product_fk references product,
  scope text not null
    constraint parameter_set_scope_known check (scope in ('asset', 'tier1', 'tier2')),
  revision bigint not null,
  -- A JSON array in the order of the positions (wire-format §4.3).
  definitions text not null,
  constraint parameter_set_pk primary key (product_id, scope)
);

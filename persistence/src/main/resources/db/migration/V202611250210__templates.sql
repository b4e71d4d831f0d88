-- The texts that products show. Of each scope and type there is one at least, the first by position
-- being the default; the migration after this one gives them to the products that exist.

create sequence template_id increment by 1;

create table product_template (
  id text collate "C" not null constraint product_template_pk primary key,
  product_id text collate "C" not null constraint product_template_product_fk references product,
  scope text not null
    constraint product_template_scope_known check (scope in ('asset', 'tier1', 'tier2')),
  type text not null
    constraint product_template_type_known check (type in ('fulfillment', 'inquire', 'pending')),
  name text not null,
  body text not null,
  position bigint not null,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  revision bigint not null
);

create index product_template_by_place on product_template (product_id, position, id);

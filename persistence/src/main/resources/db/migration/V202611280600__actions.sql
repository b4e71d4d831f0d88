-- What customers and resellers can do at the vendor's, and with what their links are signed.

create table product_action (
  id text collate "C" not null constraint product_action_pk primary key,
  product_id text collate "C" not null constraint product_action_product_fk references product,
  local_id text not null,
  name text not null,
  title text not null,
  scope text not null
    constraint product_action_scope_known check (scope in ('asset', 'tier1', 'tier2')),
  description text not null,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text,
  updated_at timestamptz not null,
  updated_by_id text,
  updated_by_name text,
  constraint product_action_local_id_key unique (product_id, local_id)
);

create index product_action_by_product on product_action (product_id, id);

-- Both secrets sign, so they are kept as they are; nothing but a new one ever shows them.
create table product_action_secret (
  product_id text collate "C" not null
    constraint product_action_secret_pk primary key
    constraint product_action_secret_product_fk references product,
  current text not null,
  number integer not null,
  previous text,
  signs_from timestamptz not null
);

-- What products say about wrong values.

create table product_message (
  id text collate "C" not null constraint product_message_pk primary key,
  product_id text collate "C" not null constraint product_message_product_fk references product,
  external_id text not null,
  value text not null,
  auto boolean not null,
  constraint product_message_external_id_key unique (product_id, external_id)
);

create index product_message_by_product on product_message (product_id, id);

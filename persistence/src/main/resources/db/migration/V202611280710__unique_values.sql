-- Values of which a product wants no two alike (constraint unique), and who asked for one first. What
-- its holder does not have any more is anybody's: that is looked at when somebody asks for it.
create table unique_value (
  product_id text collate "C" not null constraint unique_value_product_fk references product,
  environment text not null,
  -- Of the parameter; the product has no two of one name.
  name text not null,
  -- Of the value, which may be longer than an index takes.
  digest bytea not null,
  -- An asset or a tier configuration.
  holder_id text collate "C" not null,
  constraint unique_value_pk primary key (product_id, environment, name, digest)
);

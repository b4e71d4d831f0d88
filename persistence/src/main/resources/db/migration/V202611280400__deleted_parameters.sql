-- What values that are kept of deleted parameters were made of: under the name of a password no text
-- may be asked for later, or the password would be shown as one.

create table deleted_parameter (
  product_id text collate "C" not null constraint deleted_parameter_product_fk references product,
  name text not null,
  type text not null,
  constraint deleted_parameter_pk primary key (product_id, name)
);

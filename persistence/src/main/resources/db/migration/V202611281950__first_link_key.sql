-- The first key is there from the beginning: whoever needs one may be somebody who only reads.

insert into link_key (number, secret, made_at)
select 1, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), now()
where not exists (select from link_key);

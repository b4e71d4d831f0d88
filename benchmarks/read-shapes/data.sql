-- 100,000 accounts: 900 owners with 100 each, in trees of three levels, and one whose reseller has
-- 9,999 direct children. Then the tables that the other shapes read. Each has the indexes its reads
-- use and no more.

insert into partner (id, role, name, icon, created_at, updated_at)
select 'PA-' || lpad(o::text, 3, '0') || '-000', 'distributor', 'Distributor ' || o,
       case when o % 2 = 0 then '/media/PA-' || o || '/icon.png' end, now(), now()
from generate_series(1, 901) o;

insert into hub (id, partner_id, name, created_at, updated_at, revision)
select 'HB-' || lpad(o::text, 4, '0') || '-0000', 'PA-' || lpad(o::text, 3, '0') || '-000',
       'Hub of distributor ' || o, now(), now(), 0
from generate_series(1, 901) o;

create temporary table flat as
with numbered as (
  select n, least((n - 1) / 100 + 1, 901) as o,
         case when n <= 90000 then (n - 1) % 100 else n - 90001 end as place,
         n <= 90000 as small
  from generate_series(1, 100000) n
), hung as (
  select *,
         case when place = 0 then null
              when not small or place < 10 then n - place
              else n - place + 1 + place % 9 end as above,
         place = 0 or small and place < 10 as reseller
  from numbered
), scrambled as (
  select *,
         lpad((n::bigint * 618033988749 % 1000000000000)::text, 12, '0') as d,
         lpad((above::bigint * 618033988749 % 1000000000000)::text, 12, '0') as p,
         (array['Anna', 'Ben', 'José', 'Mehmet', 'Olga', 'Zoë', 'Liam'])[1 + n % 7] as first_name,
         (array['Smith', 'Müller', 'García', 'Kowalski', 'Öztürk', 'Novak'])[1 + n % 6]
           as last_name,
         (array['Springfield', 'München', 'Barcelona', 'Kraków', 'Portland'])[1 + n % 5] as city
  from hung
)
select n,
       'TA-' || substr(d, 1, 4) || '-' || substr(d, 5, 4) || '-' || substr(d, 9, 4) as id,
       'PA-' || lpad(o::text, 3, '0') || '-000' as owner_id,
       case when n % 10 > 0 then 'HB-' || lpad(o::text, 4, '0') || '-0000' end as hub_id,
       'production' as environment, 1 + n % 4 as number,
       case when reseller then 'reseller' else 'customer' end as type,
       (array['Acme', 'Globex', 'Initech', 'Umbrella', 'Stark', 'Wayne'])[1 + n % 6] || ' '
         || city || ' ' || n as name,
       case when n % 5 > 0 then 'crm-' || n end as external_id,
       md5(n::text)::uuid::text as external_uid,
       case when n % 2 = 0 then 'DE' || lpad(n::text, 9, '0') end as tax_id,
       'TA-' || substr(p, 1, 4) || '-' || substr(p, 5, 4) || '-' || substr(p, 9, 4) as parent_id,
       lower('it.' || n || '@' || 'account' || n || '.example.com') as email,
       (case when not reseller then 1 when place = 0 then 4 else 2 end)::smallint as scopes,
       timestamptz '2025-01-01 00:00:00+00' + n * interval '317 seconds' as created_at,
       'SU-' || lpad(o::text, 3, '0') || '-001' as created_by_id,
       'Synchronisation' as created_by_name,
       timestamptz '2025-01-01 00:00:00+00' + n * interval '333.5 seconds' as updated_at,
       case when n % 3 > 0 then 'UR-' || lpad(o::text, 3, '0') || '-001' end as updated_by_id,
       case when n % 3 > 0 then first_name || ' ' || last_name end as updated_by_name,
       null::timestamptz as decommissioned_at, null::text as decommissioned_by_id,
       null::text as decommissioned_by_name, 0::bigint as revision,
       (n % 400) || ' Industrial Park Road' as address_line1,
       case when n % 3 = 0 then 'Building ' || n % 12 || ', "East" wing' end as address_line2,
       city, case when n % 5 <> 1 then 'State ' || n % 16 end as state, 'DE' as country,
       lpad((n % 100000)::text, 5, '0') as postal_code, first_name, last_name,
       case when n % 5 > 0 then '+49' end as phone_country_code, '89' as phone_area_code,
       lpad(n::text, 8, '5') as phone_number, '' as phone_extension
from scrambled;

insert into tier_account
select id, owner_id, hub_id, environment, number, type, name, external_id, external_uid, tax_id,
       parent_id,
       '{"address_line1":' || to_json(address_line1)
         || ',"address_line2":' || coalesce(to_json(address_line2)::text, 'null')
         || ',"city":' || to_json(city)
         || ',"state":' || coalesce(to_json(state)::text, 'null')
         || ',"postal_code":' || to_json(postal_code)
         || ',"country":' || to_json(country)
         || ',"contact":{"first_name":' || to_json(first_name)
         || ',"last_name":' || to_json(last_name)
         || ',"email":' || to_json(email)
         || case when phone_country_code is null then ''
                 else ',"phone_number":{"country_code":' || to_json(phone_country_code)
                   || ',"area_code":' || to_json(phone_area_code)
                   || ',"phone_number":' || to_json(phone_number)
                   || ',"extension":' || to_json(phone_extension) || '}' end
         || '}}',
       email, scopes, created_at, created_by_id, created_by_name, updated_at, updated_by_id,
       updated_by_name, decommissioned_at, decommissioned_by_id, decommissioned_by_name, revision
from flat order by n;

-- Shape a: every member a column.
create table account_flat as select * from flat order by n;
alter table account_flat alter id type text collate "C", alter owner_id type text collate "C",
  alter hub_id type text collate "C", alter parent_id type text collate "C";
alter table account_flat add primary key (id);
create index account_flat_by_owner on account_flat (owner_id, environment, id)
  where decommissioned_at is null;

-- Shape c: the finished document, with what its reads look for and nothing to join. Filled by the
-- program. This favours it: the parent is the same for every reader, which vendors would not allow.
create table account_document (
  account_id text collate "C" not null primary key,
  owner_id text collate "C" not null,
  environment text not null,
  decommissioned_at timestamptz,
  document text not null
);
create index account_document_by_owner on account_document (owner_id, environment, account_id)
  where decommissioned_at is null;

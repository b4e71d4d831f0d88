-- What workers of vendors have claimed: which lease holds a request, and until when. A row may
-- outlive its lease, and tells until it is forgotten which call has claimed the request last.

create sequence lease_id increment by 100;

create table request_claim (
  request_id text collate "C" not null constraint request_claim_pk primary key,
  lease_id text collate "C" not null,
  vendor_id text collate "C" not null,
  environment text not null,
  by_id text collate "C" not null,
  trace text collate "C" not null,
  claimed_at timestamptz not null,
  expires_at timestamptz not null
);

create index request_claim_by_lease on request_claim (lease_id, request_id);
create index request_claim_by_end on request_claim (expires_at);
create index request_claim_by_trace on request_claim (trace);

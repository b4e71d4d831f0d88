-- Drafts that nobody submits are looked for by the clock.
create index fulfillment_request_drafts on fulfillment_request (updated_at) where status = 'draft';

-- Requests after the first name the last one that was approved.
alter table fulfillment_request add column previous_approved_id text collate "C";

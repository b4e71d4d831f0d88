-- Who sees to a request at the vendor, and what the customer is shown of it.
alter table fulfillment_request add column assignee_id text;
alter table fulfillment_request add column assignee_name text;
alter table fulfillment_request add column template_id text collate "C";
alter table fulfillment_request add column template_name text;
alter table fulfillment_request add column tile text;

-- What one call has caused is found by its trace; events, entries and claims are already, and the
-- outbox never has much.
create index mail_by_trace on mail (trace);

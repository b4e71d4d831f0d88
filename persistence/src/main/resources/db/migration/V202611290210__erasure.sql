-- When an account's personal data was taken out of everything that is kept.
alter table tier_account add column erased_at timestamptz;

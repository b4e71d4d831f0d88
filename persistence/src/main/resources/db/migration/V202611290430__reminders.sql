-- Of one inquiry there may be more mails: one that reminds whoever was asked, and one that tells
-- the distributor.
alter table mail add column occasion text not null default 'inquiry'
  constraint mail_occasion_known check (occasion in ('inquiry', 'reminder', 'escalation'));
alter table mail drop constraint mail_pk;
alter table mail add constraint mail_pk primary key (request_id, inquiry, occasion);

-- Until its vendor says otherwise nothing happens if nobody answers.
update product
  set capabilities = capabilities
    || '{"deadlines": {"remind_after": null, "escalate_after": null, "fail_after": null}}'
  where not capabilities ? 'deadlines';

-- Mails are not about inquiries only. The columns keep their names while the version before serves.

comment on column mail.request_id is
  'What the mail is about: a request that asks, or a tier configuration whose page it leads to';
comment on column mail.inquiry is
  'The number of the inquiry, or among the mails about that configuration';

-- What the played SMS service sent to buyers' telephones.
create table sandbox.buyer_sms (
  biz_id text primary key,
  at timestamptz not null default now(),
  out_id text not null,
  phone text not null,
  signature text not null,
  template text not null,
  words jsonb not null
);
create index sandbox_buyer_sms_phone on sandbox.buyer_sms (phone, at);

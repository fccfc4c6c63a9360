-- Returns, exchanges and reships: what was agreed, what the goods came to, and what buyer and platform did meanwhile.
alter table returns.return_request drop constraint return_request_state_check;
alter table returns.return_request add constraint return_request_state_check check (state in
  ('REVIEW','ASKED','OFFERED','REFUSED','AGREED','GOODS','DECIDED','REFUNDED','OTHERWISE','REPLACED','NOTHING_SENT','SILENT',
   'WITHDRAWN','PLATFORM_CLOSED','PLATFORM_PAID','PLATFORM_DISMISSED'));
alter table returns.return_request
  add column wish text,
  add column remedy text check (remedy in ('refund','returnRefund','exchange','reship')),
  add column ruling text check (ruling in ('ACCEPTED','DEDUCTED','REFUSED')),
  add column buyer_id text,
  add column suspect_at timestamptz,
  add column taken_back boolean not null default false,
  add column why text check (why in ('LOST','OUT_OF_STOCK','DEDUCTED','CHANGED')),
  drop column way_back_rule;
alter table returns.return_request add constraint return_request_goods_remedy
  check (state not in ('GOODS','REPLACED','NOTHING_SENT') or remedy is not null);
-- A buyer whose parcels come back empty or with other goods again and again is looked at.
create index return_request_suspect on returns.return_request (shop_id, buyer_id, suspect_at) where suspect_at is not null;

-- What the guard said of a message, who wrote it, and who let it go or kept it back.
alter table notifications.message drop constraint message_state_check;
alter table notifications.message add constraint message_state_check
  check (state in ('NEW', 'SENT', 'SKIPPED', 'BLOCKED', 'LEGAL_REVIEW', 'REFUSED'));
alter table notifications.message
  add column review_id text,
  add column offers boolean not null default false,
  add column marketing boolean not null default false,
  add column about_review boolean not null default false,
  add column author_id bigint,
  add column author_name text,
  add column verdict jsonb,
  add column decided_by text,
  add column decided_at timestamptz,
  add column decision_note text;
create index message_held on notifications.message (created_at) where state = 'LEGAL_REVIEW';
create index message_about_review on notifications.message (shop_id, order_id) where about_review;

-- What a buyer wants: no contact about reviews, consent to marketing, or its refusal. The last word counts.
create table notifications.wish (
  shop_id text not null,
  buyer_id text not null,
  topic text not null check (topic in ('REVIEW', 'MARKETING')),
  allowed boolean not null,
  at timestamptz not null default now(),
  primary key (shop_id, buyer_id, topic)
);
select database.raise_fence('notifications.wish');

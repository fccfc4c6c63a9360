create schema cases;

create sequence cases.case_number;

-- Names are compared byte by byte, so that the start of a name finds its rows by the index behind the fence.
create table cases.case_file (
  number            text collate "C" primary key,
  shop_id           text not null,
  kind              text not null check (kind in ('REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE', 'REPAIR', 'RESHIP',
                                                  'LOGISTICS', 'REVIEW', 'DISPUTE', 'QUESTION', 'OTHER')),
  matter            text not null,
  state             text not null check (state in ('OPEN', 'WAITING_BUYER', 'CLOSED')),
  order_id          text collate "C",
  order_known       boolean not null,
  buyer_id          text collate "C",
  asked_remedy      text,
  reason_code       text,
  reason_text       text,
  asked_minor       bigint,
  asked_currency    text,
  goods_received    boolean not null,
  lines             jsonb not null,
  tier              text,
  risk              jsonb not null,
  priority          integer not null,
  team              text not null,
  process           text not null,
  triage_rule       text,
  continues_number  text,
  opened_at         timestamptz not null,
  platform_deadline timestamptz,
  closed_at         timestamptz,
  outcome           text,
  check ((asked_minor is null) = (asked_currency is null)),
  check ((state = 'CLOSED') = (closed_at is not null))
) with (fillfactor = 85);

-- An open case of the same order and matter is joined, never doubled.
create unique index case_file_one_open on cases.case_file (shop_id, order_id, matter)
  where state <> 'CLOSED' and order_id is not null;
create index case_file_newest on cases.case_file (shop_id, opened_at desc, number desc);
create index case_file_by_state on cases.case_file (shop_id, state, opened_at desc, number desc);
create index case_file_of_order on cases.case_file (shop_id, order_id);
create index case_file_of_buyer on cases.case_file (shop_id, buyer_id, opened_at);
select database.raise_fence('cases.case_file');

-- Every wish of a buyer, as last told: a marketplace's request, a dispute, or a form an agent filled.
-- A case is the sum of its live requests; one whose order has not arrived waits here.
create table cases.request (
  shop_id           text not null,
  source            text not null,
  request_id        text not null,
  version           text not null,
  state             text not null check (state in ('WAITING_ORDER', 'LIVE', 'WITHDRAWN', 'CLOSED')),
  kind              text not null,
  order_id          text,
  buyer_id          text,
  asked_remedy      text,
  reason_code       text,
  reason_text       text,
  asked_minor       bigint,
  asked_currency    text,
  goods_received    boolean not null,
  lines             jsonb not null,
  platform_deadline timestamptz,
  received_at       timestamptz not null,
  look_at           timestamptz,
  case_number       text references cases.case_file (number),
  primary key (shop_id, source, request_id),
  check (state <> 'LIVE' or case_number is not null)
);
create index request_of_case on cases.request (case_number) where case_number is not null;
create index request_waiting on cases.request (shop_id, order_id) where state = 'WAITING_ORDER';
create index request_to_look_at on cases.request (look_at) where state = 'WAITING_ORDER';
select database.raise_fence('cases.request');

-- Submissions of tasks that no room of ours knows (an owner's own, and handling by hand).
create table cases.filed_form (
  id          bigint generated always as identity primary key,
  shop_id     text not null,
  case_number text not null references cases.case_file (number),
  task        text not null,
  input       jsonb not null,
  who_id      bigint,
  who_login   text not null,
  at          timestamptz not null
);
create index filed_form_of_case on cases.filed_form (case_number);
select database.raise_fence('cases.filed_form');
select database.append_only('cases.filed_form');

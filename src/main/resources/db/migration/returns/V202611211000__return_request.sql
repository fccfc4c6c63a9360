create schema returns;

-- Where a request for refund, return or exchange stands, one row a case; the truth the process only points at.
create table returns.return_request (
  case_number text primary key,
  shop_id text not null,
  order_id text not null,
  state text not null check (state in
    ('REVIEW','ASKED','REFUSED','AGREED','DECIDED','REFUNDED','OTHERWISE','WITHDRAWN','PLATFORM_CLOSED')),
  reason_type text,
  eligibility text,
  ground text,
  goods_rule text,
  outbound_rule text,
  way_back_rule text,
  currency char(3) not null,
  agreed bigint check (agreed > 0),
  answer_by timestamptz,
  escalate_at timestamptz,
  refusal_ground text,
  words text,
  note text,
  reviewer text,
  reviewer_roles text not null default '',
  approval_role text,
  approver text,
  approval_note text,
  refund_seq int not null default 0 check (refund_seq >= 0),
  changed_at timestamptz not null default now(),
  check (state <> 'REFUSED' or (refusal_ground is not null and reviewer is not null)),
  check (state not in ('AGREED','DECIDED','REFUNDED') or agreed is not null)
);
create index return_request_order on returns.return_request (shop_id, order_id);
select database.raise_fence('returns.return_request');

-- Every answer a person gave on the way, never changed.
create table returns.answer (
  id bigint generated always as identity primary key,
  case_number text not null,
  shop_id text not null,
  task text not null,
  answer text not null,
  amount bigint,
  ground text,
  words text,
  note text,
  consented boolean not null default false,
  evidence text[] not null default '{}',
  person_id bigint not null,
  person text not null,
  at timestamptz not null default now()
);
create index answer_case on returns.answer (case_number, id);
select database.raise_fence('returns.answer');
select database.append_only('returns.answer');

-- What a role may approve in a shop, in minor units of its currency; without a row the defaults of approval-authority count.
create table returns.approval_limit (
  shop_id text not null,
  role text not null check (role in ('AGENT','LEAD','SUPERVISOR','MANAGER')),
  most bigint not null check (most >= 0),
  primary key (shop_id, role)
);
select database.raise_fence('returns.approval_limit');

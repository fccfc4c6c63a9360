-- Providers' notices: each taken in once, for ever; a hint to ask, never a booking.
create table payments.inbox (
  provider text not null,
  shop_id text not null,
  event_id text not null,
  received_at timestamptz not null default now(),
  body_sha256 bytea not null,
  body bytea not null,
  refund_no text not null,
  state text not null default 'NEW' check (state in ('NEW', 'DONE', 'UNKNOWN_NUMBER')),
  primary key (provider, shop_id, event_id)
);
select database.raise_fence('payments.inbox');

create table payments.statement_line (
  shop_id text not null,
  provider text not null,
  line_id text not null,
  day date not null,
  refund_no text,
  amount bigint not null,
  currency char(3) not null,
  at timestamptz not null,
  taken_at timestamptz not null default now(),
  primary key (shop_id, provider, line_id)
);
create index statement_line_refund on payments.statement_line (refund_no);
select database.raise_fence('payments.statement_line');
select database.append_only('payments.statement_line');

create table payments.recon_item (
  shop_id text not null,
  provider text not null,
  provider_line text not null,
  day date not null,
  refund_no text,
  our_amount bigint,
  their_amount bigint,
  currency char(3) not null,
  verdict text not null check (verdict in ('MATCH','AMOUNT_DIFF','ONLY_OURS','ONLY_THEIRS','DUPLICATE_THEIRS')),
  resolved_by text,
  at timestamptz not null default now(),
  primary key (shop_id, provider, provider_line)
);
create index recon_item_open on payments.recon_item (shop_id, day) where verdict <> 'MATCH' and resolved_by is null;
create index recon_item_refund on payments.recon_item (refund_no);
select database.raise_fence('payments.recon_item');

-- The path word by which a provider's notice names our shop; unguessable, made at its first use.
create table payments.hook (
  provider text not null,
  shop_id text not null,
  token text not null unique check (length(token) >= 32),
  primary key (provider, shop_id)
);
select database.raise_fence('payments.hook');

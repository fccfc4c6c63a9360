-- The stories of the demo's cases: who asks for what, how far it was played, and when it is said to have happened.
create table sandbox.plot (
  no          int primary key,
  script      text not null,
  shop        text not null,
  order_id    text not null unique,
  request_id  text not null,
  case_number text,
  done        text[] not null default '{}',
  played_at   timestamptz[] not null default '{}',
  told_at     timestamptz[] not null default '{}',
  state       text not null default 'WAITING' check (state in ('WAITING', 'PLAYING', 'PLAYED', 'TOLD', 'GIVEN_UP')),
  note        text,
  check (cardinality(played_at) = cardinality(told_at))
);
create index plot_unfinished on sandbox.plot (no) where state in ('WAITING', 'PLAYING', 'PLAYED');

-- What the sandbox did at the house's doors, word by word, for the page that shows it.
create table sandbox.act (
  id       bigint generated always as identity primary key,
  at       timestamptz not null default now(),
  what     text not null,
  shop     text not null,
  order_id text,
  line     text not null,
  sent     text not null,
  status   int not null,
  answer   text not null
);
create index act_order on sandbox.act (order_id, id desc);

-- The played marketplaces are several.
alter table sandbox.buyer_request add column shop text not null default 'lanting';

-- When the shops had everything, so that the next start need not bring it again.
alter table sandbox.opening add column filled_at timestamptz;

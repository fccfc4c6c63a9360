create schema security;

create table security.shop (
  id text primary key check (id ~ '^[a-z0-9-]{1,40}$'),
  prefix text not null unique check (prefix ~ '^[A-Z]{2,4}$'),
  name text not null,
  brand text not null,
  platform text not null,
  time_zone text not null,
  currency char(3) not null,
  jurisdiction char(2) not null,
  language text not null,
  opened_at timestamptz not null default now()
);

-- These tables say what the fence is, so they stand before it: no row level security here.
create table security.person (
  id bigint generated always as identity primary key,
  login text not null unique check (login ~ '^[a-z0-9._-]{2,40}$'),
  name text not null,
  password text not null,
  language text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  every_shop boolean not null default false,
  demo boolean not null default false,
  epoch integer not null default 0,
  dismissed_at timestamptz,
  created_at timestamptz not null default now()
);
comment on column security.person.epoch is 'Sessions opened under another epoch are over: raised by dismissal and a new password';

create table security.person_role (
  person_id bigint not null references security.person,
  role text not null,
  primary key (person_id, role)
);
create table security.person_shop (
  person_id bigint not null references security.person,
  shop text not null references security.shop,
  primary key (person_id, shop)
);
create table security.person_team (
  person_id bigint not null references security.person,
  team text not null check (team ~ '^[a-z][a-z-]{1,40}$'),
  primary key (person_id, team)
);
create index person_team_members on security.person_team (team, person_id);

-- Spring Session's own tables under our names; unlogged they are not: a crash ends nobody's work.
create table security.session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index session_expiry on security.session (expiry_time);
create table security.session_attributes (
  session_primary_id char(36) not null references security.session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- Failed logins, also for names that do not exist; "known" tells an address this person has logged in from.
create table security.login_failure (
  id bigint generated always as identity primary key,
  login text not null,
  address text not null,
  known boolean not null,
  at timestamptz not null default now()
);
create index login_failure_recent on security.login_failure (login, at);
create table security.login_address (
  person_id bigint not null references security.person,
  address text not null,
  last_login timestamptz not null default now(),
  primary key (person_id, address)
);

-- A key is 256 random bits: its SHA-256 is stored, a slow hash would protect nothing more.
create table security.api_key (
  id bigint generated always as identity primary key,
  name text not null,
  hint text not null,
  hash bytea not null unique check (length(hash) = 32),
  demo boolean not null default false,
  created_by bigint references security.person,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create table security.api_key_scope (
  key_id bigint not null references security.api_key on delete cascade,
  shop text not null references security.shop,
  scope text not null check (scope ~ '^intake:[a-z]{1,30}$'),
  primary key (key_id, shop, scope)
);

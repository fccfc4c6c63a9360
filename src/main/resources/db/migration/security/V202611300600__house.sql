-- What this database is: a demo is never opened as production, nor production as a demo.
create table security.house (
  single boolean primary key default true check (single),
  mode text not null check (mode in ('demo', 'production')),
  since timestamptz not null default now()
);
insert into security.house (mode)
  select case when bool_or(demo) then 'demo' else 'production' end from security.person having count(*) > 0;

-- Links to become the first administrator: 256 random bits of which the SHA-256 is kept; good once and for half an hour.
create table security.first_admin_link (
  hash bytea primary key check (length(hash) = 32),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

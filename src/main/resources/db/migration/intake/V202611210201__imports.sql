create table intake.import_job (
  id uuid primary key, shop_id text not null, name text not null, kind text not null, preset text, mapping jsonb not null,
  state text not null default 'QUEUED' check (state in ('QUEUED', 'READING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  total bigint not null default 0, done bigint not null default 0,
  accepted bigint not null default 0, duplicate bigint not null default 0, rejected bigint not null default 0,
  error_zh text, error_en text, cancel boolean not null default false,
  lease_by text, lease_until timestamptz,
  created_by text not null, created_at timestamptz not null default now(), started_at timestamptz, finished_at timestamptz
) with (fillfactor = 70);
create index import_job_open on intake.import_job (created_at) where state in ('QUEUED', 'READING', 'RUNNING');
create index import_job_shop on intake.import_job (shop_id, created_at desc, id);
select database.raise_fence('intake.import_job');

create table intake.import_file (
  job_id uuid not null references intake.import_job on delete cascade, shop_id text not null, alias text not null,
  name text not null, stored text not null, size bigint not null, sha256 text not null, format text not null,
  rows bigint, primary key (job_id, alias)
);
select database.raise_fence('intake.import_file');

-- Rows of linked files while a job runs. Unlogged: after a crash of the database they are read again from the files.
create unlogged table intake.import_row (
  job_id uuid not null, shop_id text not null, alias text not null, row bigint not null, key text not null,
  data jsonb not null
);
create index import_row_key on intake.import_row (job_id, alias, key, row);
select database.raise_fence('intake.import_row');

create table intake.import_error (
  job_id uuid not null references intake.import_job on delete cascade, shop_id text not null, row bigint not null,
  place int not null, external_id text, field text not null, rule text not null,
  remedy_zh text not null, remedy_en text not null, data jsonb, primary key (job_id, row, place)
);
select database.raise_fence('intake.import_error');

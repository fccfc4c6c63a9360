create schema dispatch;

-- Effects owed to the outside world. (kind, ref) is the effect's name: owed once, whoever asks again.
create table dispatch.outbox (
  id bigint generated always as identity primary key,
  kind text not null,
  lane text not null,
  ref text not null,
  shop_id text not null,
  done boolean not null default false,
  attempts int not null default 0,
  created_at timestamptz not null default now(),
  next_at timestamptz not null default now(),
  lease_until timestamptz,
  lease_by text,
  done_at timestamptz,
  last_error text,
  unique (kind, ref)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_limit = 2000);
create index outbox_due on dispatch.outbox (lane, next_at) where not done;
create index outbox_finished on dispatch.outbox (done_at) where done;
select database.raise_fence('dispatch.outbox');

-- Rows done long ago, moved here by the daily sweep so that the list stays short.
create table dispatch.outbox_archive (like dispatch.outbox);
create unique index outbox_archive_name on dispatch.outbox_archive (kind, ref);
select database.raise_fence('dispatch.outbox_archive');
select database.append_only('dispatch.outbox_archive');

-- Every step of talking to a partner, by month; no secrets, no bodies.
create table dispatch.attempt (
  id bigint generated always as identity,
  at timestamptz not null default now(),
  shop_id text not null,
  kind text not null,
  ref text not null,
  n int not null,
  step text not null,
  outcome text not null,
  http_status int,
  partner_code text,
  request_id text,
  primary key (at, id)
) partition by range (at);
select database.by_month('dispatch.attempt');
create index attempt_ref on dispatch.attempt (ref, id);
select database.raise_fence('dispatch.attempt');
select database.append_only('dispatch.attempt');

-- While frozen nothing is claimed: after a backup was restored, until the partners' statements are read in.
create table dispatch.freeze (
  single boolean primary key default true check (single),
  frozen boolean not null,
  reason text not null,
  by_whom text not null,
  at timestamptz not null default now()
);
insert into dispatch.freeze (frozen, reason, by_whom) values (false, 'installed', 'system');

-- Spring Modulith 2.1 event publications (schema v2 of its jar).
create table dispatch.event_publication (
  id uuid not null primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index event_publication_serialized_event_hash_idx on dispatch.event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx on dispatch.event_publication (completion_date);

create table dispatch.event_publication_archive (
  id uuid not null primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index event_publication_archive_serialized_event_hash_idx on dispatch.event_publication_archive using hash (serialized_event);
create index event_publication_archive_by_completion_date_idx on dispatch.event_publication_archive (completion_date);

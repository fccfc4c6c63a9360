create schema studio;

-- What model files say, each text once, for ever.
create table studio.content (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  at timestamptz not null default now()
);
select database.append_only('studio.content');

-- What an owner wants changed. It waits for a second person, who releases or rejects it.
create table studio.proposal (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('CHANGE', 'ROLL_BACK', 'TAKE_SOFTWARE', 'KEEP_OURS')),
  state text not null default 'OPEN' check (state in ('OPEN', 'RELEASED', 'REJECTED', 'WITHDRAWN')),
  source text not null check (source in ('STUDIO', 'MODELER')),
  note text not null check (length(note) between 1 and 1000),
  by_login text not null,
  by_name text not null,
  at timestamptz not null default now(),
  decided_login text,
  decided_name text,
  decided_at timestamptz,
  reason text,
  check ((state = 'OPEN') = (decided_at is null)),
  check (state not in ('REJECTED') or length(reason) between 1 and 1000)
);
create index proposal_open on studio.proposal (id desc) where state = 'OPEN';

-- The files of a proposal: from what (empty: new) to what (empty: taken away), and the difference in words of both languages.
create table studio.proposal_file (
  proposal bigint not null references studio.proposal,
  name text not null,
  base text references studio.content,
  hash text references studio.content,
  changes jsonb not null,
  primary key (proposal, name),
  check (base is not null or hash is not null)
);
select database.append_only('studio.proposal_file');
create index proposal_file_hash on studio.proposal_file (hash);

-- Every rule book that ever was in force: the software's own at a start, and what two people released.
create table studio.release (
  id bigint generated always as identity primary key,
  deployment text not null,
  source text not null check (source in ('SOFTWARE', 'OWNER')),
  proposal bigint unique references studio.proposal,
  note text not null,
  by_login text not null,
  by_name text not null,
  released_login text not null,
  released_name text not null,
  at timestamptz not null default now(),
  check ((source = 'OWNER') = (proposal is not null))
);
select database.append_only('studio.release');
create index release_deployment on studio.release (deployment);
create table studio.release_file (
  release bigint not null references studio.release,
  name text not null,
  hash text not null references studio.content,
  primary key (release, name)
);
select database.append_only('studio.release_file');
create index release_file_name on studio.release_file (name, release);

-- What the software brings, and what it brought when the version in force started from it; where the two differ, an owner decides.
create table studio.software_file (
  name text primary key,
  base text references studio.content,
  shipped text references studio.content,
  since timestamptz not null default now()
);

-- Refused files are not kept; that somebody tried is, for the alarm.
create table studio.refused_attempt (
  id bigint generated always as identity primary key,
  by_login text not null,
  at timestamptz not null default now()
);
create index refused_attempt_recent on studio.refused_attempt (by_login, at);
select database.append_only('studio.refused_attempt');

create schema complaints;

-- A parcel that went wrong, one row a case; the truth the process logistics-complaint points at.
create table complaints.complaint (
  case_number text primary key,
  shop_id text not null,
  order_id text not null,
  carrier text, waybill text collate "C",
  state text not null default 'OPEN' check (state in ('OPEN','WAITING','PROVING','SHOWN','REMEDY','OFFERED','AGREED','ARRIVED','ENDED')),
  said text not null default '' check (said in ('','NOT_RECEIVED','LATE','DAMAGED','SHORT','LEFT_WITHOUT_CONSENT','SEIZED','OTHER')),
  by_house boolean not null default false,
  -- the three copies as far as a person read them: the order's own stands with the order
  stated_address text, stated_phone text, label_address text,
  address text not null default 'NOT_ASKED' check (address in ('NOT_ASKED','SAME','BUYER_WRONG','LABEL_WRONG','UNKNOWN')),
  trace_state text, trace_code text, last_scan_at timestamptz, carrier_says text not null default '' check (carrier_says in ('','LOST','SEIZED','SIGNED','MOVING','RETURNED')),
  type text, type_ground text, type_by text,
  way text, compensation text, way_ground text,
  proof text not null default '' check (proof in ('','PROVED','OBJECTED','NONE')),
  claim_no text, chases int not null default 0 check (chases >= 0),
  remedy text check (remedy in ('refund','reship','none','done')), outcome text,
  opened_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index complaint_waybill on complaints.complaint (shop_id, waybill) where waybill is not null;
create index complaint_order on complaints.complaint (shop_id, order_id);
select database.raise_fence('complaints.complaint');

-- What people said at the desk about it, never changed.
create table complaints.answer (
  id bigint generated always as identity primary key,
  shop_id text not null,
  case_number text not null references complaints.complaint,
  task text not null,
  answer text not null,
  note text,
  evidence jsonb not null default '[]',
  by text not null,
  at timestamptz not null
);
create index answer_case on complaints.answer (case_number, id);
select database.raise_fence('complaints.answer');

-- A parcel that stood still, found before its buyer asked; one row for each time it did.
create table complaints.stall (
  shop_id text not null,
  waybill text collate "C" not null,
  quiet_since timestamptz not null,
  case_number text,
  found_at timestamptz not null,
  primary key (shop_id, waybill, quiet_since)
);
select database.raise_fence('complaints.stall');

create table cases.timeline_entry (
  id          bigint generated always as identity,
  case_number text not null,
  shop_id     text not null,
  at          timestamptz not null,
  kind        text not null,
  text_zh     text not null,
  text_en     text not null,
  data        jsonb not null,
  who_id      bigint,
  who_login   text not null,
  primary key (case_number, at, id)
) partition by range (at);
select database.by_month('cases.timeline_entry');
select database.raise_fence('cases.timeline_entry');
select database.append_only('cases.timeline_entry');

-- 红旗备注: who marked what, why and when; never changed afterwards.
create table cases.remark (
  id          bigint generated always as identity primary key,
  case_number text not null references cases.case_file (number),
  shop_id     text not null,
  flag        text not null check (flag in ('RED', 'YELLOW', 'GREEN', 'BLUE', 'PURPLE')),
  reason      text not null,
  text        text not null,
  staff_id    bigint not null,
  staff_login text not null,
  staff_name  text not null,
  at          timestamptz not null
);
create index remark_of_case on cases.remark (case_number, id desc);
select database.raise_fence('cases.remark');
select database.append_only('cases.remark');

-- What a shop agreed with a carrier, for a region ('' is everywhere) from a day on. Only added to: the newest revision of the newest day
-- that has come is in force. Null is "nobody knows yet", never "none".
create table claims.contract (
  id            bigint generated always as identity primary key,
  shop_id       text not null,
  carrier       text collate "C" not null,
  region        text not null default '',
  valid_from    date not null,
  clause        text not null check (clause in ('MONTHLY_ACCOUNT','OTHER_SENDER','FRANCHISE','REGISTERED_MAIL','NONE')),
  window_hours  int check (window_hours between 1 and 87600),
  window_from   text not null default 'DISCOVERED' check (window_from in ('DISCOVERED','POSTED')),
  answer_days   int check (answer_days between 1 and 365),
  pay_days      int check (pay_days between 1 and 365),
  multiple      int check (multiple between 1 and 100),
  cap           bigint check (cap > 0),
  currency      char(3) not null,
  insured_rule  text check (insured_rule in ('PROPORTION','UP_TO_DECLARED')),
  channel       text check (channel in ('PORTAL')),
  approve_above bigint check (approve_above >= 0),
  note          text not null default '',
  ended         boolean not null default false,
  by_login      text not null,
  at            timestamptz not null
);
create index contract_in_force on claims.contract (shop_id, carrier, region, valid_from desc, id desc);
select database.raise_fence('claims.contract');
select database.append_only('claims.contract');

-- Terms found for carriers by name, used until a shop writes its own [B]; what no page agreed on stays empty [C].
create table claims.usual_terms (
  carrier       text collate "C" primary key,
  clause        text not null,
  window_hours  int, answer_days int, pay_days int, multiple int, cap bigint, insured_rule text,
  source        text not null
);
insert into claims.usual_terms (carrier, clause, window_hours, answer_days, pay_days, multiple, cap, insured_rule, source) values
  ('sf',  'MONTHLY_ACCOUNT', 48,   7, null, 9, null,  'PROPORTION',     '[B][CAR-SF-a][CAR-SF-b] 月结客户未保价至多 9 倍运费；发现后 48 小时内报损；未足额保价按比例 / monthly account, not insured: at most 9 times the freight; report within 48 hours; under-insured in proportion'),
  ('yto', 'FRANCHISE',       null, 7, 5,    3, 50000, 'UP_TO_DECLARED', '[B][CAR-YTO] 未保价至多 3 倍运费，通常不超过 500 元；审核 3–5 个工作日 / not insured: at most 3 times the freight, usually not above CNY 500; reviewed in 3 to 5 working days'),
  ('zto', 'FRANCHISE',       null, 7, null, null, 50000, 'PROPORTION',  '[B][CAR-500] 加盟制快递合同样本：未保价按实际价值至多 500 元 / franchise contract sample: actual value up to CNY 500'),
  ('sto', 'FRANCHISE',       null, 7, null, null, 50000, 'PROPORTION',  '[B][CAR-500] 加盟制快递合同样本 / franchise contract sample'),
  ('yunda', 'FRANCHISE',     null, 7, null, null, 50000, 'PROPORTION',  '[B][CAR-500] 加盟制快递合同样本 / franchise contract sample'),
  ('jtexpress', 'FRANCHISE', null, 7, null, null, 50000, 'PROPORTION',  '[B][CAR-500] 加盟制快递合同样本 / franchise contract sample'),
  ('ems', 'OTHER_SENDER',    null, 7, null, 3, null,  null,             '[B][CAR-EMS] 国内未保价至多 3 倍邮费 / domestic, not insured: at most 3 times the postage'),
  ('chinapost', 'REGISTERED_MAIL', null, 30, null, 3, null, 'PROPORTION', '[A][L-POST] 邮政法 47、49：给据邮件未保价至多 3 倍邮费，30 日内答复 / Postal Law 47 and 49: registered mail, at most 3 times the postage, answered in 30 days');

-- What a rule set holds besides its promotions: settings, queries of the history, counters.
alter table promotions.rule_set add column programme jsonb not null default '{}';

-- How much members have used of limits. Written under the lock on the member's account.
create table promotions.member_use (
  bucket int not null check (bucket = (member_id & 16383)::int),
  member_id bigint not null check (member_id > 0),
  -- key, unit, subject and kind of period in one word: a limit that is redefined counts anew
  limit_key text not null,
  -- calendar periods: their first moment on the store's wall, written as if it were UTC
  period_start timestamptz not null,
  used bigint not null check (used >= 0),
  primary key (bucket, member_id, limit_key, period_start)
) with (fillfactor = 80);

-- How much of a limit that many members share has been handed out to lanes. Its lock is taken before any
-- lock on allotments, and never waited for by who holds one of those.
create table promotions.budget (
  limit_key text not null,
  subject_code text not null,
  period_start timestamptz not null,
  allotted bigint not null check (allotted >= 0),
  primary key (limit_key, subject_code, period_start)
);

-- What lanes may spend of it. Handed out = the sum of what is unused here + all that was ever used.
create table promotions.allotment (
  lane int not null check (lane >= 0),
  limit_key text not null,
  subject_code text not null,
  period_start timestamptz not null,
  id uuid not null,
  allotted bigint not null check (allotted > 0),
  used bigint not null check (used >= 0),
  primary key (lane, limit_key, subject_code, period_start, id),
  constraint allotment_not_overspent check (used <= allotted)
) with (fillfactor = 60);
create index allotment_of on promotions.allotment (limit_key, subject_code, period_start);

-- Counters of members. Written under the lock on the member's account.
create table promotions.counter (
  bucket int not null check (bucket = (member_id & 16383)::int),
  member_id bigint not null check (member_id > 0),
  counter_key text not null,
  period_start timestamptz not null,
  value bigint not null,
  changes bigint not null check (changes >= 0),
  sum bigint not null,
  -- number of the last change, those taken back too
  last_no bigint not null check (last_no >= 0),
  -- the changes that set a value, as JSON: without them nothing could be taken back exactly
  sets text not null,
  primary key (bucket, member_id, counter_key, period_start)
) with (fillfactor = 80);

-- What members bought, one row per receipt and per return of it, for queries of their history.
create table promotions.purchase (
  bucket int not null check (bucket = (member_id & 16383)::int),
  member_id bigint not null check (member_id > 0),
  -- the store's wall clock, written as if it were UTC
  bought_at timestamptz not null,
  receipt_id uuid not null,
  -- 0: the purchase; otherwise the version of the receipt that took goods back
  version_no int not null check (version_no >= 0),
  store_code text not null,
  -- one line of text per line, see history/purchase-text.ts; of a return the numbers are negative
  lines text not null,
  primary key (bucket, member_id, bought_at, receipt_id, version_no)
);

-- null: the decision left nothing behind but money and points
alter table receipts.receipt add column aftermath text;

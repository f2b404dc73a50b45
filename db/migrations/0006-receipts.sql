create schema receipts;

-- The first version of a receipt. Append-only; the id is the operation id, the idempotency key and the
-- partition key at once (its time prefix), behind the bucket.
create table receipts.receipt (
  bucket int not null check (bucket = (member_id & 16383)::int),
  id uuid not null,
  member_id bigint not null check (member_id > 0),
  -- 'sale', or 'void': cancelled before it was ever confirmed
  kind text not null check (kind in ('sale', 'void')),
  terminal_id uuid not null,
  store_id uuid not null,
  partner_code text not null,
  receipt_number text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  rule_set_version bigint not null,
  gross_kopecks bigint not null check (gross_kopecks >= 0),
  discount_kopecks bigint not null check (discount_kopecks >= 0),
  redeemed_kopecks bigint not null check (redeemed_kopecks >= 0),
  redeemed_points bigint not null check (redeemed_points >= 0),
  accrued_points bigint not null check (accrued_points >= 0),
  request_hash bytea not null check (length(request_hash) = 32),
  request text not null,
  -- the facts about the member that the decision used, so that it can be replayed
  facts text not null,
  answer text not null,
  primary key (bucket, id)
) partition by range (id);
create index receipt_recorded on receipts.receipt using brin (recorded_at) with (pages_per_range = 16, autosummarize = on);

-- What came before the confirm (calculations) and after it (returns, cancels), in order.
create table receipts.receipt_version (
  bucket int not null check (bucket between 0 and 16383),
  receipt_id uuid not null,
  version_no int not null check (version_no >= 0),
  operation_id uuid not null,
  kind text not null check (kind in ('calculation', 'return', 'cancel')),
  terminal_id uuid not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  rule_set_version bigint not null,
  request_hash bytea not null check (length(request_hash) = 32),
  request text not null,
  answer text not null,
  primary key (bucket, receipt_id, kind, operation_id)
);

-- Rollup kept by the writer: what a member has bought so far.
create table receipts.buyer (
  bucket int not null check (bucket = (member_id & 16383)::int),
  member_id bigint not null check (member_id > 0),
  purchases bigint not null check (purchases >= 0),
  payable_kopecks bigint not null check (payable_kopecks >= 0),
  primary key (bucket, member_id)
) with (fillfactor = 60);

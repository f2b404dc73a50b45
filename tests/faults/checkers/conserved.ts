import { type Statement, sql } from '#platform/db/index.ts';
import { type Checker, shorten } from './finding.ts';

type Difference = { readonly what: string };

/** Points that receipts say they moved, against the entries that moved them. */
const salesAgainstEntries = (): Statement<Difference> => sql<Difference>`
  select 'sale ' || r.id as what
  from receipts.receipt r
  left join lateral (
    select coalesce(sum(e.amount) filter (where e.kind = 'accrual'), 0) as accrued,
      coalesce(-sum(e.amount) filter (where e.kind = 'redemption'), 0) as redeemed
    from ledger.entry e
    where e.bucket = r.bucket and e.member_id = r.member_id and e.operation_id = r.id
  ) as moved on true
  where moved.accrued <> r.accrued_points or moved.redeemed <> r.redeemed_points`;

const reversalsAgainstEntries = (): Statement<Difference> => sql<Difference>`
  select v.kind || ' ' || v.operation_id as what
  from receipts.receipt_version v
  left join lateral (
    select coalesce(-sum(e.amount) filter (where e.kind = 'accrual-reversal'), 0) as taken,
      coalesce(sum(e.amount) filter (where e.kind = 'redemption-reversal'), 0) as returned
    from ledger.entry e
    where e.bucket = v.bucket and e.operation_id = v.operation_id
  ) as moved on true
  left join lateral (
    select coalesce(sum((t ->> 'points')::bigint), 0) as taken
    from jsonb_array_elements(v.answer::jsonb -> 'takenBack') as t
  ) as told on true
  where v.kind <> 'calculation'
    and (moved.taken <> told.taken or moved.returned <> (v.answer::jsonb ->> 'returnedPoints')::bigint)`;

/** Entries are double by nature (the contra account stands in the row): the pair must be the right one. */
const wrongContra = (): Statement<Difference> => sql<Difference>`
  select e.kind || ' against ' || e.contra_account as what
  from ledger.entry e
  where (e.kind in ('accrual', 'accrual-reversal')) <> (e.contra_account = 'programme-liability')
    or (e.kind in ('redemption', 'redemption-reversal')) <> (e.contra_account = 'partner-receivable')
    or (e.kind in ('accrual', 'redemption-reversal')) <> (e.amount > 0)`;

/** I1 and I7: every operation moves what it says, and what is taken back was given before. */
export const checkConserved: Checker = async ({ snapshot }) => {
  const found = await Promise.all(
    [salesAgainstEntries(), reversalsAgainstEntries(), wrongContra(), overReturned()].map((one) =>
      snapshot.run(one),
    ),
  );
  return shorten(
    'I1/I7',
    found.flat().map((row) => `${row.what} does not add up`),
  );
};

const overReturned = (): Statement<Difference> => sql<Difference>`
  select 'taken back of receipt ' || e.receipt_id as what
  from ledger.entry e
  group by e.bucket, e.member_id, e.receipt_id, e.currency_code
  having sum(e.amount) filter (where e.kind in ('accrual', 'accrual-reversal')) < 0
    or sum(e.amount) filter (where e.kind in ('redemption', 'redemption-reversal')) > 0`;

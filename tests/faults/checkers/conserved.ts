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

/**
 * Which account may stand against the member's in which kind of entry, and which way the points go: 1 to
 * the member, -1 from, 0 neither. Told here once more, so that a slip of the product's own table is seen.
 */
const PAIRS: Readonly<Record<string, readonly [contra: string, direction: -1 | 0 | 1]>> = {
  accrual: ['programme-liability', 1],
  'accrual-reversal': ['programme-liability', -1],
  redemption: ['partner-receivable', -1],
  'redemption-reversal': ['partner-receivable', 1],
  hold: ['member', 0],
  release: ['member', 0],
  repayment: ['member', 0],
  activation: ['member', 0],
  extension: ['member', 0],
  suspension: ['member', 0],
  expiry: ['breakage', -1],
  reactivation: ['breakage', 1],
  credit: ['adjustments', 1],
  debit: ['adjustments', -1],
  purchase: ['point-sales', 1],
  fee: ['fees', -1],
  'transfer-out': ['transit', -1],
  'transfer-in': ['transit', 1],
  'transfer-back': ['transit', 1],
  'exchange-out': ['exchange', -1],
  'exchange-in': ['exchange', 1],
};
/** A merge carries debts too: it may go either way, or nowhere when they are equal. */
const EITHER_WAY: Readonly<Record<string, string>> = {
  'merge-out': 'transit',
  'merge-in': 'transit',
};

/** Entries are double by nature (the contra account stands in the row): the pair must be the right one. */
const wrongContra = (): Statement<Difference> => sql<Difference>`
  select e.kind || ' of ' || e.amount || ' against ' || e.contra_account as what
  from ledger.entry e
  left join unnest(
    ${Object.keys(PAIRS)}::text[],
    ${Object.values(PAIRS).map(([contra]) => contra)}::text[],
    ${Object.values(PAIRS).map(([, direction]) => direction)}::int[]
  ) as p (kind, contra, direction) on p.kind = e.kind and p.contra = e.contra_account
    and p.direction = sign(e.amount)
  left join unnest(
    ${Object.keys(EITHER_WAY)}::text[], ${Object.values(EITHER_WAY)}::text[]
  ) as w (kind, contra) on w.kind = e.kind and w.contra = e.contra_account
  where p.kind is null and w.kind is null`;

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
  where e.receipt_id is not null
  group by e.bucket, e.member_id, e.receipt_id, e.currency_code
  having sum(e.amount) filter (where e.kind in ('accrual', 'accrual-reversal')) < 0
    or sum(e.amount) filter (where e.kind in ('redemption', 'redemption-reversal')) > 0`;

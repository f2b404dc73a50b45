import { type Statement, sql } from '#platform/db/index.ts';
import { type Checker, shorten } from './finding.ts';

type Doubled = { readonly what: string };

const doubledReceipts = (): Statement<Doubled> => sql<Doubled>`
  select 'receipt ' || r.id as what
  from receipts.receipt r
  group by r.id
  having count(*) > 1`;

const doubledNumbers = (): Statement<Doubled> => sql<Doubled>`
  select 'receipt number ' || r.receipt_number as what
  from receipts.receipt r
  where r.kind = 'sale'
  group by r.terminal_id, r.receipt_number
  having count(*) > 1`;

const doubledVersions = (): Statement<Doubled> => sql<Doubled>`
  select 'operation ' || v.operation_id as what
  from receipts.receipt_version v
  where v.kind <> 'calculation'
  group by v.operation_id
  having count(*) > 1
  union all
  select 'version ' || v.version_no || ' of ' || v.receipt_id
  from receipts.receipt_version v
  where v.kind <> 'calculation'
  group by v.receipt_id, v.version_no
  having count(*) > 1`;

/** Some an operation may write twice: before and after its own, or for old lots and a new one. */
const doubledEntries = (): Statement<Doubled> => sql<Doubled>`
  select e.kind || ' in ' || e.currency_code || ' of operation ' || e.operation_id as what
  from ledger.entry e
  group by e.bucket, e.member_id, e.operation_id, e.receipt_id, e.kind, e.currency_code
  having count(*) >
    case when e.kind in ('repayment', 'expiry', 'redemption-reversal') then 2 else 1 end`;

/** H4 and I6: one operation, one effect, however often it was sent and whoever died meanwhile. */
export const checkOnce: Checker = async ({ snapshot }) => {
  const found = await Promise.all(
    [doubledReceipts(), doubledNumbers(), doubledVersions(), doubledEntries()].map((statement) =>
      snapshot.run(statement),
    ),
  );
  return shorten(
    'H4/I6',
    found.flat().map((row) => `${row.what} is there more than once`),
  );
};

import { type Database, sql } from '#platform/db/index.ts';

/** What the database holds in all: nothing that is refused may move any of it. */
export type Holdings = {
  readonly points: number;
  readonly sales: number;
  readonly reversals: number;
  readonly registrations: number;
};

/** Sums over every account, and how many operations are stored. */
export async function readHoldings(db: Database): Promise<Holdings> {
  const [row] = await db.run(sql<Holdings>`
    select
      (select coalesce(sum(a.balance - a.debt), 0)::bigint from ledger.account a) as points,
      (select count(*) from receipts.receipt r where r.kind = 'sale') as sales,
      (select count(*) from receipts.receipt_version v where v.kind <> 'calculation') as reversals,
      (select count(*) from platform.operation o where o.kind = 'registration') as registrations`);
  if (row === undefined) throw new Error('the database holds nothing at all');
  return row;
}

type Moved = {
  readonly redeemedPoints?: number;
  readonly returnedPoints?: number;
  readonly accruals?: readonly { readonly points: number }[];
  readonly takenBack?: readonly { readonly points: number }[];
};

/** How an answer that was given says it changed the holdings. */
export function changeOf(path: string, text: string): Holdings {
  const none = { points: 0, sales: 0, reversals: 0, registrations: 0 };
  const answer: Moved = JSON.parse(text);
  const sum = (list: readonly { readonly points: number }[] = []) =>
    list.reduce((total, one) => total + one.points, 0);
  if (path.endsWith('/confirm')) {
    return { ...none, sales: 1, points: sum(answer.accruals) - (answer.redeemedPoints ?? 0) };
  }
  if (path.endsWith('/return') || path.endsWith('/cancel')) {
    return { ...none, reversals: 1, points: (answer.returnedPoints ?? 0) - sum(answer.takenBack) };
  }
  return path.endsWith('/register') ? { ...none, registrations: 1 } : none;
}

/** Two holdings together. */
export function plus(a: Holdings, b: Holdings): Holdings {
  return {
    points: a.points + b.points,
    sales: a.sales + b.sales,
    reversals: a.reversals + b.reversals,
    registrations: a.registrations + b.registrations,
  };
}

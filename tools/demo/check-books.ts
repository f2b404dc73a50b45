import { type Session, type Statement, sql } from '#platform/db/index.ts';

/** A promise of the ledger that was looked at, and how many accounts or receipts break it. */
export type BookCheck = { readonly name: string; readonly broken: number };

export type BooksReport = {
  readonly accounts: number;
  readonly entries: number;
  readonly receipts: number;
  readonly checks: readonly BookCheck[];
  /** Accounts whose balance less debt is not the sum of their entries. */
  readonly balanceDifferences: number;
};

type Count = { readonly n: number };

/** Asks the database whether every account adds up; changes nothing. */
export async function checkBooks(db: Session): Promise<BooksReport> {
  const names = Object.keys(CHECKS);
  const counts = await Promise.all(Object.values(CHECKS).map((check) => countOf(db, check)));
  const [accounts, entries, receipts] = await Promise.all([
    countOf(db, sql<Count>`select count(*) as n from ledger.account`),
    countOf(db, sql<Count>`select count(*) as n from ledger.entry`),
    countOf(db, sql<Count>`select count(*) as n from receipts.receipt where kind = 'sale'`),
  ]);
  const checks = names.map((name, place) => ({ name, broken: counts[place] ?? 0 }));
  return { accounts, entries, receipts, checks, balanceDifferences: counts[0] ?? 0 };
}

async function countOf(db: Session, statement: Statement<Count>): Promise<number> {
  const [row] = await db.run(statement);
  return row?.n ?? 0;
}

/** Each counts what breaks the promise that its name makes; the first is the balance itself. */
const CHECKS: Readonly<Record<string, Statement<Count>>> = {
  'balance less debt is the sum of the entries': sql<Count>`
    select count(*) as n
    from ledger.account a
    left join lateral (
      select coalesce(sum(e.amount), 0) as total
      from ledger.entry e
      where e.bucket = a.bucket and e.member_id = a.member_id and e.currency_code = a.currency_code
    ) as entries on true
    where a.balance - a.debt <> entries.total`,
  'balance is what the lots hold': sql<Count>`
    select count(*) as n
    from ledger.account a
    left join lateral (
      select coalesce(sum(l.remaining), 0) as total
      from ledger.lot l
      where l.bucket = a.bucket and l.member_id = a.member_id and l.currency_code = a.currency_code
    ) as lots on true
    where a.balance <> lots.total`,
  'entries are numbered from one without gaps': sql<Count>`
    select count(*) as n
    from ledger.account a
    left join lateral (
      select count(*) as number, coalesce(max(e.seq), 0) as last
      from ledger.entry e
      where e.bucket = a.bucket and e.member_id = a.member_id and e.currency_code = a.currency_code
    ) as entries on true
    where a.seq <> entries.number or a.seq <> entries.last`,
  'the last entry says the balance': sql<Count>`
    select count(*) as n
    from ledger.account a
    join ledger.entry e
      on e.bucket = a.bucket and e.member_id = a.member_id
        and e.currency_code = a.currency_code and e.seq = a.seq
    where e.balance_after <> a.balance or e.debt_after <> a.debt or e.hash <> a.last_hash`,
  'every entry belongs to an account': sql<Count>`
    select count(*) as n
    from ledger.entry e
    where not exists (
      select from ledger.account a
      where a.bucket = e.bucket and a.member_id = e.member_id and a.currency_code = e.currency_code)`,
  'each entry carries the hash of the one before': sql<Count>`
    select count(*) as n
    from ledger.entry e
    join ledger.entry before
      on before.bucket = e.bucket and before.member_id = e.member_id
        and before.currency_code = e.currency_code and before.seq = e.seq - 1
    where before.hash <> e.prev_hash`,
  'nobody is paid twice for one operation': sql<Count>`
    select count(*) as n
    from (
      select 1
      from ledger.entry e
      where e.kind in ('accrual', 'redemption', 'accrual-reversal')
      group by e.bucket, e.member_id, e.currency_code, e.operation_id, e.kind
      having count(*) > 1
    ) as doubled`,
};

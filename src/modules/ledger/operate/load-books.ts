import { type Session, type Statement, sql } from '#platform/db/index.ts';
import { readOperations, type StoredOperation } from '#platform/operation.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { type Instant, instant } from '#shared/time.ts';
import { needsLots } from '../core/index.ts';
import { ensureAccounts } from '../sql/ensure-accounts.ts';
import { type HoldRow, readHolds } from '../sql/holds.ts';
import { type AccountRow, lockMembers, readLockedAccounts } from '../sql/lock-accounts.ts';
import {
  type EarlierRow,
  readEarlierEntries,
  readLotsOfOperations,
} from '../sql/read-earlier-entries.ts';
import { type LotRow, readLots } from '../sql/read-lots.ts';
import { lockTransits, type TransitRow } from '../sql/transits.ts';
import type { OperationItem } from './item.ts';
import type { Wants } from './wants.ts';

/** Clocks of two servers may differ. */
const DAY_MS = 86_400_000;

/** What a batch was read as. */
export type BatchRows = {
  readonly accounts: readonly AccountRow[];
  readonly lots: readonly LotRow[];
  readonly holds: readonly HoldRow[];
  readonly transits: readonly TransitRow[];
  readonly earlier: readonly EarlierRow[];
  readonly operations: readonly StoredOperation[];
};

export type Loading = {
  readonly items: readonly OperationItem[];
  readonly wants: Wants;
  readonly mainCurrency: string;
  /** Accounts whose own count may be stale by then come with their lots. */
  readonly horizon: Instant;
};

/**
 * Begins the transaction, locks the members' accounts and reads what the decisions need: one round trip, and
 * a second one when the accounts say that lots have changed by themselves. A
 * member who has no account in the main currency yet gets one first: its row is the lock for all of theirs.
 */
export async function loadBooks(session: Session, loading: Loading): Promise<BatchRows> {
  const { locked, rows } = await load(session, loading, [sql`begin`]);
  const strangers = loading.wants.owners.filter((owner) => !locked.has(owner));
  if (strangers.length === 0) return rows;
  // The locks are given up first, so that they are taken in the one global order again.
  const open = ensureAccounts(strangers.map(bucketOf), strangers, loading.mainCurrency);
  return (await load(session, loading, [sql`rollback`, sql`begin`, open])).rows;
}

async function load(
  session: Session,
  loading: Loading,
  first: readonly Statement[],
): Promise<{ readonly locked: ReadonlySet<MemberId>; readonly rows: BatchRows }> {
  const { items, wants, horizon, mainCurrency } = loading;
  const { owners, manyOwners } = wants;
  const asked: Statement[] = [...first];
  /** Asks a statement along with the others; the getter gives its rows after the trip. */
  const ask = <Row>(statement: Statement<Row> | null) => {
    const place = asked.length;
    if (statement === null) return (): readonly Row[] => [];
    asked.push(statement);
    return (): readonly Row[] => (answers[place] ?? []) as readonly Row[];
  };
  let answers: readonly (readonly unknown[])[] = [];
  const locked = ask(
    owners.length === 0 ? null : lockMembers(bucketsOf(owners), owners, mainCurrency),
  );
  const others = ask(
    manyOwners.length === 0 ? null : readLockedAccounts(bucketsOf(manyOwners), manyOwners),
  );
  const operations = ask(
    readOperations(
      items.map((item) => bucketOf(item.memberId)),
      items.map((item) => item.operationId),
    ),
  );
  const lots = ask(
    wants.lotOwners.length === 0 ? null : readLots(bucketsOf(wants.lotOwners), wants.lotOwners),
  );
  const pointed = wants.earlier.flatMap((one) =>
    one.operationId === null ? [] : [{ ...one, operationId: one.operationId }],
  );
  const pointedLots = ask(pointed.length === 0 ? null : readLotsOfOperations(pointed));
  const holds = ask(
    wants.holdOwners.length === 0 ? null : readHolds(wants.holdOwners, wants.holdIds),
  );
  const earlier = ask(
    wants.earlier.length === 0
      ? null
      : readEarlierEntries(wants.earlier, instant(horizon + DAY_MS)),
  );
  const transits = ask(wants.transits.length === 0 ? null : lockTransits(wants.transits));
  answers = await session.pipeline(asked);
  const accounts = accountsOf(wants, locked(), others());
  const moreLots = await readLotsToCount(session, accounts, loading);
  return {
    locked: new Set(locked().map((row) => row.member_id)),
    rows: {
      accounts,
      lots: eachOnce([...lots(), ...pointedLots(), ...moreLots]),
      holds: holds(),
      transits: transits(),
      earlier: earlier(),
      operations: operations(),
    },
  };
}

/** The main account of a member is the lock's row, unless all of theirs were read behind it. */
function accountsOf(
  { manyOwners }: Wants,
  locked: readonly AccountRow[],
  others: readonly AccountRow[],
): readonly AccountRow[] {
  if (manyOwners.length === 0) return locked;
  const many = new Set(manyOwners);
  return [...locked.filter((row) => !many.has(row.member_id)), ...others];
}

/**
 * Lots of those whose account cannot be taken at its word: one of their lots has woken or burnt since it was
 * written, or may be given new dates. For everybody who does not draw from lots either, no lot is touched.
 */
async function readLotsToCount(
  session: Session,
  accounts: readonly AccountRow[],
  { wants, horizon }: Loading,
): Promise<readonly LotRow[]> {
  const known = new Set(wants.lotOwners);
  const stale = accounts.filter(
    (row) => !known.has(row.member_id) && needsLots(standOf(row), horizon),
  );
  if (stale.length === 0) return [];
  const owners = [...new Set(stale.map((row) => row.member_id))];
  return session.run(readLots(bucketsOf(owners), owners));
}

function standOf(row: AccountRow) {
  return { changesAt: row.changes_at, hasMovingLots: row.has_moving_lots };
}

const bucketsOf = (owners: readonly MemberId[]) => owners.map(bucketOf);

function eachOnce(lots: readonly LotRow[]): readonly LotRow[] {
  return [...new Map(lots.map((lot) => [lot.id, lot])).values()];
}

import { type Session, type Statement, sql } from '#platform/db/index.ts';
import { readOperations, type StoredOperation } from '#platform/operation.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import { ensureAccounts } from '../sql/ensure-accounts.ts';
import { type HoldRow, readHolds } from '../sql/holds.ts';
import { type AccountRow, lockMembers, readLockedAccounts } from '../sql/lock-accounts.ts';
import {
  type EarlierRow,
  readEarlierEntries,
  readLotsOfOperations,
} from '../sql/read-earlier-entries.ts';
import type { LotRow } from '../sql/read-lots.ts';
import { readLotsToCount } from '../sql/read-lots-to-count.ts';
import { readTransits, type TransitRow } from '../sql/transits.ts';
import type { OperationItem } from './item.ts';
import type { Wants } from './wants.ts';

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
 * Begins the transaction, locks the members' accounts and reads what the decisions need: one round trip. A
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
  { items, wants, horizon, mainCurrency }: Loading,
  first: readonly Statement[],
): Promise<{ readonly locked: ReadonlySet<MemberId>; readonly rows: BatchRows }> {
  const buckets = wants.owners.map(bucketOf);
  const asked: Statement[] = [...first];
  /** Asks a statement along with the others; the getter gives its rows after the trip. */
  const ask = <Row>(statement: Statement<Row> | null) => {
    const place = asked.length;
    if (statement === null) return (): readonly Row[] => [];
    asked.push(statement);
    return (): readonly Row[] => (answers[place] ?? []) as readonly Row[];
  };
  let answers: readonly (readonly unknown[])[] = [];
  const locked = ask(lockMembers(buckets, wants.owners, mainCurrency));
  const accounts = ask(readLockedAccounts(buckets, wants.owners));
  const operations = ask(
    readOperations(
      items.map((item) => bucketOf(item.memberId)),
      items.map((item) => item.operationId),
    ),
  );
  const lots = ask(readLotsToCount(buckets, wants.owners, { spenders: wants.lotOwners, horizon }));
  const pointed = wants.earlier.flatMap((one) =>
    one.operationId === null ? [] : [{ ...one, operationId: one.operationId }],
  );
  const pointedLots = ask(pointed.length === 0 ? null : readLotsOfOperations(pointed));
  const holds = ask(
    wants.holdOwners.length === 0 ? null : readHolds(wants.holdOwners, wants.holdIds),
  );
  const earlier = ask(wants.earlier.length === 0 ? null : readEarlierEntries(wants.earlier));
  const transits = ask(wants.transits.length === 0 ? null : transitsOf(wants));
  answers = await session.pipeline(asked);
  return {
    locked: new Set(locked().map((row) => row.member_id)),
    rows: {
      accounts: accounts(),
      lots: eachOnce([...lots(), ...pointedLots()]),
      holds: holds(),
      transits: transits(),
      earlier: earlier(),
      operations: operations(),
    },
  };
}

function eachOnce(lots: readonly LotRow[]): readonly LotRow[] {
  return [...new Map(lots.map((lot) => [lot.id, lot])).values()];
}

function transitsOf(wants: Wants): Statement<TransitRow> {
  return readTransits(
    wants.transits.map((one) => one.memberId),
    wants.transits.map((one) => one.id),
  );
}

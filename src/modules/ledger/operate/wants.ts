import { assert } from '#shared/assert.ts';
import { bucketOf, type MemberId, uuidTime } from '#shared/ids.ts';
import { type Instant, instant, localMoment, startOfDay } from '#shared/time.ts';
import { findOperation, type Need, type Operation } from '../core/index.ts';
import type { Currencies } from '../currencies.ts';
import type { EarlierWanted } from '../sql/read-earlier-entries.ts';
import type { OperationItem } from './item.ts';
import { idsIn, textIn } from './params.ts';

/** An item with its kind of operation looked up, and which entries of the past it asks for. */
export type Planned = {
  readonly item: OperationItem;
  readonly operation: Operation;
  /** See {@link Operation.worksIn}. */
  readonly currencies: readonly string[] | null;
  readonly earlier: readonly EarlierWanted[];
};

/** Which rows a batch of operations needs. */
export type Wants = {
  /** Members whose accounts are worked on, each once, in the global lock order: bucket, then member. */
  readonly owners: readonly MemberId[];
  /** Those of them who need more accounts than the one in the main currency. */
  readonly manyOwners: readonly MemberId[];
  /** Those whose lots must all be read. */
  readonly lotOwners: readonly MemberId[];
  readonly holdOwners: readonly MemberId[];
  readonly holdIds: readonly string[];
  /** In the order of their locks: bucket, member, id. */
  readonly transits: readonly { readonly memberId: MemberId; readonly id: string }[];
  readonly earlier: readonly EarlierWanted[];
};

const DAY_MS = 86_400_000;

/** Looks up the operation of an item. @throws Error for a kind that does not exist: the desk lets none in */
export function plan(
  item: OperationItem,
  currencies: Pick<Currencies, 'find'>,
  now: Instant,
): Planned {
  const operation = findOperation(item.kind);
  assert(operation !== undefined, `no operation ${item.kind}`);
  const earlier = earlierOf(item, operation, { currencies, now });
  return { item, operation, currencies: operation.worksIn(item.params), earlier };
}

/** Works out what to read. */
export function wantsOf(all: readonly Planned[], mainCurrency: string): Wants {
  // Copies of one operation in flight ask for the same: its past must not be counted twice.
  const planned = [...new Map(all.map((one) => [one.item.operationId, one])).values()];
  const needing = (need: Need) => planned.filter((one) => one.operation.needs.includes(need));
  const ownersOf = (some: readonly Planned[]) =>
    [...new Set(some.map((one) => one.item.memberId))].sort(byBucket);
  const holders = needing('hold');
  const working = planned.filter(({ currencies }) => currencies === null || currencies.length > 0);
  const isMany = ({ currencies }: Planned) =>
    currencies === null || currencies.some((code) => code !== mainCurrency);
  return {
    owners: ownersOf(working),
    manyOwners: ownersOf(working.filter(isMany)),
    lotOwners: ownersOf(needing('lots')),
    holdOwners: ownersOf(holders),
    holdIds: holders.flatMap(({ item }) => idsIn(item.params, 'holdId', 'holdIds')),
    transits: needing('transit')
      .flatMap(({ item }) =>
        idsIn(item.params, 'transitId').map((id) => ({ memberId: item.memberId, id })),
      )
      .sort((a, b) => byBucket(a.memberId, b.memberId) || (a.id < b.id ? -1 : 1)),
    earlier: planned.flatMap((one) => one.earlier),
  };
}

function earlierOf(
  item: OperationItem,
  { needs }: Operation,
  at: { readonly currencies: Pick<Currencies, 'find'>; readonly now: Instant },
): EarlierWanted[] {
  const base = { memberId: item.memberId, askedBy: item.operationId, operationId: null };
  const wanted: EarlierWanted[] = [];
  const pointed = [
    ...(needs.includes('earlier-entries') ? idsIn(item.params, 'ofOperationId') : []),
    // To close a transit it is enough to see it; to bring its points back takes its lots.
    ...(needs.includes('transit') && needs.includes('lots') ? idsIn(item.params, 'transitId') : []),
  ];
  for (const operationId of pointed) {
    // Clocks of two servers may differ: a day of margin before the id's own time.
    const since = instant(uuidTime(operationId) - DAY_MS);
    wanted.push({ ...base, operationId, kinds: [], since });
  }
  if (needs.includes('expiries')) {
    const terms = at.currencies.find(textIn(item.params, 'currencyCode'))?.terms;
    const since = instant(at.now - (terms?.reactivation?.withinDays ?? 0) * DAY_MS);
    wanted.push({ ...base, kinds: ['expiry', 'reactivation'], since });
  }
  if (needs.includes('sent-today')) {
    const since = startOfDay(localMoment(at.now, item.zone).date, item.zone);
    wanted.push({ ...base, kinds: ['transfer-out', 'transfer-back'], since });
  }
  return wanted;
}

function byBucket(a: MemberId, b: MemberId): number {
  return bucketOf(a) - bucketOf(b) || a - b;
}

import type { Clock } from '#platform/clock.ts';
import type { Session } from '#platform/db/index.ts';
import type { Settled } from '#platform/lane.ts';
import { assert } from '#shared/assert.ts';
import { type MemberId, uuidTime } from '#shared/ids.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Instant } from '#shared/time.ts';
import { type Decided, type Entry, lotsHorizon, type OperationContext } from '../core/index.ts';
import type { Currencies } from '../currencies.ts';
import { refuse } from '../refusals.ts';
import { type Batch, movedAccounts, openBatch, operationRow } from './batch.ts';
import { eventOf } from './events.ts';
import type { OperationItem } from './item.ts';
import { loadBooks } from './load-books.ts';
import { idsIn } from './params.ts';
import { recordOperations } from './record-operations.ts';
import { type Planned, plan, wantsOf } from './wants.ts';

export type OperateDeps = {
  readonly clock: Clock;
  readonly currencies: Pick<Currencies, 'main' | 'find' | 'exchangeOf'>;
  /** A UUIDv7 in the owner's bucket; rises. */
  readonly newId: (now: Instant, owner: MemberId) => string;
};

/** A stored answer and whether an earlier try had made it. */
export type OperationAnswered = { readonly answer: string; readonly isReplay: boolean };

/**
 * Operations on members' points, a batch of one lane: read under the accounts' locks in one round trip,
 * decided here, written and committed in a second one. A refused item never fails its neighbours; a
 * repeated id gets the stored answer.
 * @param items of one lane, in order of arrival
 * @returns     one outcome per item, in order
 */
export async function operate(
  session: Session,
  deps: OperateDeps,
  items: readonly OperationItem[],
): Promise<Settled<OperationAnswered>[]> {
  const asked = deps.clock.now();
  const planned = items.map((item) => plan(item, deps.currencies, asked));
  const mainCurrency = deps.currencies.main().code;
  const wants = wantsOf(planned, mainCurrency);
  const horizon = lotsHorizon(asked);
  const rows = await loadBooks(session, { items, wants, mainCurrency, horizon });
  // The moment of posting is taken behind the locks: whoever held them has posted before.
  const now = deps.clock.now();
  assert(now <= horizon, 'locks are not waited for so long');
  const batch = openBatch(wants, rows, { now, horizon });
  const outcomes = planned.map((one) => settleOne(deps, one, batch));
  await recordOperations(session, batch.record);
  return outcomes;
}

const OLD_MS = 30 * 86_400_000;
const AHEAD_MS = 300_000;
/** Legs of a transit have the time of its sending in their ids, however late they come. */
const LEGS: ReadonlySet<string> = new Set([
  'transfer-in',
  'transfer-back',
  'merge-in',
  'unmerge-in',
  'reject',
  'settle',
]);

/** The time inside an operation's id tells where its entries are looked for later: it must be about now. */
function refuseUntimely({ operationId, kind }: OperationItem, now: Instant): void {
  const made = uuidTime(operationId);
  if (!LEGS.has(kind) && (made < now - OLD_MS || made > now + AHEAD_MS)) {
    throw refuse('operation-id-untimely', { path: '/operationId' });
  }
}

/** What the jobs ask for: the state says what is left to do, so doing nothing is not worth a row. */
const STATE_DRIVEN: ReadonlySet<string> = new Set(['expire', 'lapse', 'repay']);

function settleOne(deps: OperateDeps, planned: Planned, batch: Batch): Settled<OperationAnswered> {
  try {
    return { isOk: true, value: decideOne(deps, planned, batch) };
  } catch (error) {
    // Refusals come before anything is posted. A bug ends the batch, which then is run again in halves.
    if (error instanceof Refusal) return { isOk: false, error };
    throw error;
  }
}

function decideOne(deps: OperateDeps, planned: Planned, batch: Batch): OperationAnswered {
  const { item, operation } = planned;
  const stored = batch.stored.get(item.operationId);
  if (stored !== undefined) {
    if (!stored.requestHash.equals(item.requestHash)) throw refuse('operation-id-reused');
    return { answer: stored.answer, isReplay: true };
  }
  refuseUntimely(item, batch.now);
  const book = batch.bookOf(item.memberId);
  const entriesBefore = book.entries.length;
  const decided = operation.decide(book, item.params, contextOf(deps, planned, batch));
  if (!decided.isGood) throw refusalOf(decided);
  assertWithin(planned, book.entries.slice(entriesBefore));
  if (decided.transit !== undefined) {
    batch.transits.set(decided.transit.id, decided.transit);
    batch.record.transits.set(decided.transit.id, decided.transit);
  }
  const answer = JSON.stringify({
    operationId: item.operationId,
    kind: item.kind,
    result: decided.result,
    accounts: movedAccounts(book, entriesBefore),
  });
  if (STATE_DRIVEN.has(item.kind) && book.entries.length === entriesBefore) {
    return { answer, isReplay: false };
  }
  batch.stored.set(item.operationId, { requestHash: item.requestHash, answer });
  batch.record.operations.push(operationRow(item, answer, batch.now));
  const event = eventOf(item, batch.now, () => deps.newId(batch.now, item.memberId));
  if (event !== null) batch.record.events.push(event);
  batch.record.alongside.push(...(item.alongside ?? []));
  return { answer, isReplay: false };
}

/** Only what was read under the lock may be posted into. */
function assertWithin({ operation, currencies }: Planned, posted: readonly Entry[]): void {
  if (currencies === null) return;
  for (const { account } of posted) {
    assert(currencies.includes(account.currencyCode), `${operation.kind} posts where it may not`);
  }
}

function contextOf(deps: OperateDeps, planned: Planned, batch: Batch): OperationContext {
  const { item, operation } = planned;
  const [transitId] = operation.needs.includes('transit') ? idsIn(item.params, 'transitId') : [];
  return {
    cause: {
      operationId: item.operationId,
      receiptId: item.receiptId,
      occurredAt: item.occurredAt,
      postedAt: batch.now,
      partnerCode: item.partnerCode,
    },
    zone: item.zone,
    termsOf: (code) => deps.currencies.find(code)?.terms,
    exchangeOf: deps.currencies.exchangeOf,
    newLotId: () => deps.newId(batch.now, item.memberId),
    earlier: planned.earlier.length === 0 ? [] : batch.earlierOf(planned),
    transit: transitId === undefined ? undefined : batch.transits.get(transitId),
  };
}

function refusalOf(decided: Decided & { readonly isGood: false }): Refusal {
  const { path, details } = decided;
  return refuse(decided.code, {
    ...(path === undefined ? {} : { path }),
    ...(details === undefined ? {} : { details }),
  });
}

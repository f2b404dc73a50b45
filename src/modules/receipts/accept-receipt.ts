import type { WorkContext } from '#modules/ledger/core/index.ts';
import type { Currencies, Currency } from '#modules/ledger/index.ts';
import type { Decision, Facts } from '#modules/promotions/core/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Secrets } from '#platform/secrets.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { Batch } from './confirm-batch.ts';
import type { ConfirmItem } from './confirm-item.ts';
import type { ConfirmAnswer } from './contract.ts';
import type { Slip } from './core/slip.ts';

/** What the writer's stories need besides a session. */
export type WriterDeps = {
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** The programme's currency, the one that pays. */
  readonly currency: Currency;
  /** What points cost there and then. */
  readonly rateOf: Currencies['rateOf'];
  /** What a currency promises. */
  readonly termsOf: WorkContext['termsOf'];
  /** A UUIDv7 in the owner's bucket. */
  readonly newId: (now: Instant, owner: MemberId) => string;
};

/** An item that nothing speaks against. */
export type Accepted = {
  readonly item: ConfirmItem;
  readonly facts: Facts;
  readonly decision: Decision;
  readonly slip: Slip;
};

/** Puts an accepted receipt among what the batch will write; gives the answer, as it is stored. */
export function accept(deps: WriterDeps, batch: Batch, accepted: Accepted): string {
  const { item, decision } = accepted;
  const full: ConfirmAnswer = {
    ...accepted.slip,
    receiptNumber: item.request.receiptNumber,
    confirmedAt: formatInstant(batch.now),
  };
  const answer = JSON.stringify(full);
  batch.record.receipts.push({
    id: item.receiptId,
    owner: item.owner,
    kind: 'sale',
    terminalId: item.terminal.id,
    storeId: item.terminal.store.id,
    partnerCode: item.terminal.store.partnerCode,
    receiptNumber: item.request.receiptNumber,
    occurredAt: item.occurredAt,
    recordedAt: batch.now,
    ruleSetVersion: decision.ruleSetVersion,
    grossKopecks: decision.grossKopecks,
    discountKopecks: decision.discountKopecks,
    redeemedKopecks: decision.redeemedKopecks,
    redeemedPoints: decision.redeemedPoints,
    accruedPoints: decision.accruals.reduce((sum, accrual) => sum + accrual.points, 0),
    requestHash: item.requestHash,
    request: JSON.stringify(storedRequest(item)),
    facts: JSON.stringify(accepted.facts),
    answer,
  });
  batch.receiptById.set(item.receiptId, {
    kind: 'sale',
    partner_code: item.terminal.store.partnerCode,
    request_hash: item.requestHash,
    answer,
    bucket: bucketOf(item.owner),
  });
  if (!item.isAnonymous) countPurchase(batch, item.owner, decision.payableKopecks);
  batch.record.events.push({
    bucket: bucketOf(item.owner),
    id: deps.newId(batch.now, item.owner),
    topic: 'receipt.confirmed',
    payload: { receiptId: item.receiptId, bucket: bucketOf(item.owner) },
    recordedAt: batch.now,
  });
  return answer;
}

/**
 * What is kept of the request beside the facts: how the buyer was identified, never the phone or the
 * card itself (personal data stays out of receipts), and the names on the till.
 */
function storedRequest(item: ConfirmItem) {
  const { member, lines } = item.request;
  const identifiedBy = member === undefined ? null : member.card === undefined ? 'phone' : 'card';
  const names = lines.flatMap((line) =>
    line.name === undefined ? [] : [[line.lineNo, line.name]],
  );
  return { identifiedBy, isTwoPhase: item.request.calculation !== undefined, names };
}

function countPurchase(batch: Batch, owner: MemberId, payableKopecks: number): void {
  const before = batch.totalByOwner.get(owner) ?? { owner, purchases: 0, payableKopecks: 0 };
  const after = {
    owner,
    purchases: before.purchases + 1,
    payableKopecks: before.payableKopecks + payableKopecks,
  };
  batch.totalByOwner.set(owner, after);
  batch.record.buyers.set(owner, after);
}

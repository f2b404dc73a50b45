// biome-ignore-all assist/source/organizeImports: the imports are the stops of docs/tour.md, in order
import type { ConfirmItem } from './confirm-item.ts';
import { loadFacts } from './sql/load-facts.ts';
import { type Batch, openBatch, ownersOf, settledBefore, spendersOf } from './confirm-batch.ts';
import { factsOf } from './core/facts.ts';
import { evaluate } from '#modules/promotions/core/index.ts';
import { refuseUnkeptPromise } from './promise.ts';
import { planPostings } from './core/plan-postings.ts';
import { recordReceipts } from './sql/record-receipts.ts';
import { balancesOf, slip } from './core/slip.ts';
import { type Answered, failed, ok, type Outcome } from './outcome.ts';
import { accept, type WriterDeps } from './accept-receipt.ts';
import type { Session } from '#platform/db/index.ts';
import { bucketOf } from '#shared/ids.ts';
import { Refusal } from '#shared/refusal.ts';

/**
 * A receipt becomes points. Written for a batch, one receipt is a batch of one: facts are read under the
 * members' locks in one round trip, decisions are taken here, everything is written and committed in a
 * second one. A refused item never fails its neighbours.
 * @param items of one lane, in order of arrival
 * @returns     one outcome per item, in order
 */
export async function confirmReceipts(
  session: Session,
  deps: WriterDeps,
  items: readonly ConfirmItem[],
): Promise<Outcome<Answered>[]> {
  const rows = await loadFacts(session, {
    owners: ownersOf(items),
    spenders: spendersOf(items),
    receiptIds: items.map((item) => item.receiptId),
    receiptBuckets: items.map((item) => bucketOf(item.owner)),
    mainCurrency: deps.currency.code,
    asked: deps.clock.now(),
  });
  // The moment of posting is taken behind the locks: whoever held them has posted before.
  const batch = openBatch(items, rows, deps.clock.now());
  const outcomes = items.map((item) => confirmOne(deps, item, batch));
  await recordReceipts(session, batch.record);
  return outcomes;
}

function confirmOne(deps: WriterDeps, item: ConfirmItem, batch: Batch): Outcome<Answered> {
  try {
    const stored = settledBefore(item, batch);
    if (stored !== undefined) return ok({ answer: stored, isReplay: true });
    const buyer = batch.buyerOf(item, deps.currency.code);
    const facts = factsOf({
      ...item,
      ...buyer,
      store: item.terminal.store,
      currency: deps.currency,
      rateOf: deps.rateOf,
    });
    const decision = evaluate(item.ruleSet, facts, { explain: item.request.explain === true });
    refuseUnkeptPromise(deps.secrets, item, { decision, buyer, now: batch.now });
    planPostings(decision, buyer.book, {
      context: batch.contextOf(item, deps.termsOf),
      redemptionCurrency: deps.currency.code,
      rate: facts.redemption.kopecksPerPoint,
      lotId: () => deps.newId(batch.now, item.owner),
    });
    const answer = slip(decision, {
      receiptId: item.receiptId,
      owner: item.owner,
      member: buyer.member,
      balances: item.isAnonymous ? [] : balancesOf(buyer.book),
      hasTrace: item.request.explain === true,
    });
    return ok({
      answer: accept(deps, batch, { item, facts, decision, slip: answer }),
      isReplay: false,
    });
  } catch (error) {
    // Refusals come before anything is posted. A bug ends the batch, which then is run again in halves.
    if (error instanceof Refusal) return failed(error);
    throw error;
  }
}

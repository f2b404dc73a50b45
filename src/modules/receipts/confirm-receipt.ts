// biome-ignore-all assist/source/organizeImports: the imports are the stops of docs/tour.md, in order
import type { ConfirmItem } from './confirm-item.ts';
import { openCounting, shortOfLimit } from './counting.ts';
import { loadFacts } from './sql/load-facts.ts';
import { type Batch, openBatch, settledBefore, wantedBy } from './confirm-batch.ts';
import { factsOf } from './core/facts.ts';
import { evaluate } from '#modules/promotions/core/index.ts';
import { refuseUnkeptPromise } from './promise.ts';
import { planPostings } from './core/plan-postings.ts';
import { recordReceipts } from './sql/record-receipts.ts';
import { balancesOf, slip } from './core/slip.ts';
import { traceOf } from './core/trace.ts';
import { type Answered, failed, ok, type Outcome } from './outcome.ts';
import { accept, type WriterDeps } from './accept-receipt.ts';
import type { Session } from '#platform/db/index.ts';
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
  const counting = openCounting(deps, items);
  const rows = await loadFacts(session, {
    ...wantedBy(items),
    mainCurrency: deps.currency.code,
    asked: deps.clock.now(),
    meters: counting.reader,
  });
  // The moment of posting is taken behind the locks: whoever held them has posted before.
  const now = deps.clock.now();
  const { batch, outcomes } = await counting.settle(
    session,
    { rows: rows.meters, now },
    (meters) => {
      const attempted = openBatch(items, rows, { now, meters });
      const decided = items.map((item) => confirmOne(deps, item, attempted));
      return { batch: attempted, outcomes: decided };
    },
  );
  await recordReceipts(session, batch.record);
  return outcomes;
}

function confirmOne(deps: WriterDeps, item: ConfirmItem, batch: Batch): Outcome<Answered> {
  try {
    const stored = settledBefore(item, batch);
    if (stored !== undefined) return ok({ answer: stored, isReplay: true });
    const buyer = batch.buyerOf(item);
    const facts = factsOf({
      ...item,
      ...buyer,
      store: item.terminal.store,
      terminalCode: item.terminal.code,
      counted: batch.countedFor(item),
      currency: deps.currency,
      rateOf: deps.rateOf,
    });
    const decision = evaluate(item.ruleSet, facts, { explain: item.request.explain === true });
    const spendablePoints = buyer.balances[deps.currency.code]?.available ?? 0;
    refuseUnkeptPromise(deps.secrets, item, { decision, spendablePoints, now: batch.now });
    const aftermath = batch.take(item, decision);
    if (aftermath === false) return shortOfLimit();
    planPostings(decision, buyer.book, {
      context: batch.contextOf(item, deps.termsOf),
      redemptionCurrency: deps.currency.code,
      rate: facts.currencies[deps.currency.code]?.kopecksPerPoint,
      lotId: () => deps.newId(batch.now, item.owner),
    });
    const answer = slip(decision, {
      receiptId: item.receiptId,
      ruleSet: item.ruleSet,
      facts,
      owner: item.owner,
      member: buyer.member,
      balances: item.isAnonymous ? [] : balancesOf(buyer.book),
      trace: item.request.explain === true ? traceOf(item.ruleSet, facts, decision) : null,
    });
    return ok({
      answer: accept(deps, batch, { item, facts, decision, aftermath, slip: answer }),
      isReplay: false,
    });
  } catch (error) {
    // Refusals come before anything is posted. A bug ends the batch, which then is run again in halves.
    if (error instanceof Refusal) return failed(error);
    throw error;
  }
}

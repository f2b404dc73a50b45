import { openBooks, writeBooks } from '#modules/ledger/index.ts';
import {
  type CompiledRuleSet,
  compileRuleSet,
  returnWords,
} from '#modules/promotions/core/index.ts';
import {
  type GivenBack,
  givenBack,
  insertPurchases,
  type ReturnedLine,
  type RuleSets,
  storedAftermath,
  undoStatements,
} from '#modules/promotions/index.ts';
import { type Session, sql } from '#platform/db/index.ts';
import { outboxRows } from '#platform/outbox/index.ts';
import { present } from '#shared/assert.ts';
import { bucketOf } from '#shared/ids.ts';
import { Refusal } from '#shared/refusal.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { WriterDeps } from './accept-receipt.ts';
import type { ReversalAnswer } from './contract.ts';
import { pastReturn } from './core/past-lines.ts';
import type { Reversal } from './core/plan-reversal.ts';
import { postReversal } from './core/post-reversal.ts';
import { balancesOf } from './core/slip.ts';
import { type Answered, failed, type Outcome, ok } from './outcome.ts';
import {
  buyersAfter,
  leavesNothing,
  type Planned,
  planOrRefuse,
  redeemedIn,
  returnedLines,
} from './planned-reversal.ts';
import { refuse } from './refusals.ts';
import type { ReversalItem } from './reversal-item.ts';
import { loadReceipt, readSale, type SaleRow, type VersionRow } from './sql/load-receipt.ts';
import { writeBuyers } from './sql/record-receipts.ts';
import { insertVersions } from './sql/record-version.ts';
import { soldReceipt, storedAnswer, storedFacts } from './stored-receipt.ts';
import { voidReceipt } from './void-receipt.ts';

/** What returns are decided with: besides the writer's own, the promotions of earlier days. */
export type ReversalDeps = WriterDeps & { readonly ruleSets: Pick<RuleSets, 'byVersion'> };

/** Returns and cancels, one transaction each: goods come back, points follow them. */
export async function reverseReceipts(
  session: Session,
  deps: ReversalDeps,
  items: readonly ReversalItem[],
): Promise<Outcome<Answered>[]> {
  const outcomes: Outcome<Answered>[] = [];
  for (const item of items) {
    try {
      outcomes.push(ok(await reverseOne(session, deps, item)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await session.run(sql`rollback`);
      outcomes.push(failed(error));
    }
  }
  return outcomes;
}

async function reverseOne(
  session: Session,
  deps: ReversalDeps,
  item: ReversalItem,
): Promise<Answered> {
  const [sale] = await session.run(readSale(item.bucket, item.receiptId));
  if (sale === undefined) {
    if (item.kind === 'return') throw refuse('unknown-receipt', { path: '/receiptId' });
    if (!item.isBuyerNamed) throw refuse('buyer-not-named', { path: '/member' });
    return voidReceipt(session, deps, item);
  }
  if (sale.partner_code !== item.terminal.store.partnerCode)
    throw refuse('receipt-of-another-partner');
  if (item.owner !== null && item.owner !== sale.member_id)
    throw refuse('unknown-receipt', { path: '/member' });
  // Before the locks: a version that this server has not seen yet is read and compiled.
  const ruleSet = await ruleSetOf(deps, sale);
  const rows = await loadReceipt(session, sale, deps.currency.code);
  const earlier = rows.reversals.find((version) => version.operation_id === item.operationId);
  if (earlier !== undefined) {
    await session.run(sql`rollback`);
    return replayOf(earlier, item);
  }
  if (sale.kind === 'void' || rows.reversals.some((version) => version.kind === 'cancel')) {
    throw refuse('receipt-cancelled');
  }
  const currencyCode = redeemedIn(rows.entries) ?? deps.currency.code;
  const sold = soldReceipt(sale, { ruleSet, currencyCode });
  const reversal = planOrRefuse(sold, rows.reversals, item);
  return write(session, deps, { item, sale, rows, sold, reversal, currencyCode });
}

async function write(session: Session, deps: WriterDeps, planned: Planned): Promise<Answered> {
  const { item, sale, rows, reversal } = planned;
  const now = deps.clock.now();
  const owner = sale.member_id;
  const books = openBooks([owner], rows, { now, hasLots: () => true });
  const book = present(books.get(owner), 'book of the owner');
  const wordOf = returnWords(planned.sold.ruleSet);
  const isWhole = leavesNothing(planned);
  const posted = postReversal(book, reversal, {
    entries: rows.entries,
    redemptionCurrency: planned.currencyCode,
    context: {
      cause: {
        operationId: item.operationId,
        receiptId: sale.id,
        occurredAt: item.occurredAt,
        postedAt: now,
        partnerCode: sale.partner_code,
      },
      zone: item.terminal.store.zone,
      termsOf: deps.termsOf,
    },
    undoesDebitOf: (code) => isWhole && wordOf(code, { effect: 'debit-points' }) !== 'keep',
  });
  if (!posted.isGood) throw refuse('earned-points-spent', { details: { ...posted.details } });
  const versionNo = rows.reversals.length + 2;
  const isAnonymous = storedAnswer(sale.answer).member === null;
  const { takenBack } = posted;
  const balances = isAnonymous ? [] : balancesOf(book);
  const answer = JSON.stringify(answerOf(planned, { versionNo, takenBack, balances, now }));
  const returned = returnedLines(planned);
  const back = givenBack(storedAftermath(sale.aftermath), returned, wordOf);
  const history = () => [
    writeBuyers(buyersAfter(planned)),
    insertPurchases([takenFromHistory(deps, planned, { versionNo, returned })]),
  ];
  await session.pipeline([
    insertVersions([versionOf(planned, { versionNo, answer, now })]),
    ...writeBooks([book]),
    ...(isAnonymous ? [] : history()),
    ...undoStatements(back, {
      memberId: owner,
      counters: rows.counters,
      lane: deps.laneOf(sale.bucket),
      newId: () => deps.newId(now, owner),
    }),
    outboxRows(eventsOf(deps, planned, { now, effects: back.effects })),
    sql`commit`,
  ]);
  return { answer, isReplay: false };
}

function answerOf(
  { sale, reversal }: Planned,
  more: Pick<ReversalAnswer, 'versionNo' | 'balances'> & {
    readonly takenBack: Reversal['takenBack'];
    readonly now: Instant;
  },
): ReversalAnswer {
  return {
    receiptId: sale.id,
    bucket: sale.bucket,
    versionNo: more.versionNo,
    refundKopecks: reversal.refundKopecks,
    returnedPoints: reversal.returnedPoints,
    takenBack: [...more.takenBack],
    lines: [...reversal.lines],
    balances: more.balances,
    recordedAt: formatInstant(more.now),
  };
}

function versionOf(
  { item, sale }: Planned,
  more: { readonly versionNo: number; readonly answer: string; readonly now: Instant },
) {
  return {
    bucket: sale.bucket,
    receiptId: sale.id,
    versionNo: more.versionNo,
    operationId: item.operationId,
    kind: item.kind,
    terminalId: item.terminal.id,
    occurredAt: item.occurredAt,
    recordedAt: more.now,
    ruleSetVersion: sale.rule_set_version,
    requestHash: item.requestHash,
    request: item.request,
    answer: more.answer,
  };
}

function eventsOf(
  deps: WriterDeps,
  { item, sale }: Planned,
  more: { readonly now: Instant; readonly effects: GivenBack['effects'] },
) {
  const event = (topic: string, payload: Readonly<Record<string, unknown>>) => ({
    bucket: sale.bucket,
    id: deps.newId(more.now, sale.member_id),
    topic,
    payload: {
      receiptId: sale.id,
      bucket: bucketOf(sale.member_id),
      operationId: item.operationId,
      ...payload,
    },
    recordedAt: more.now,
  });
  const { effects } = more;
  return [
    event(item.kind === 'return' ? 'receipt.returned' : 'receipt.cancelled', {}),
    ...(effects.length > 0 ? [event('promotions.effects', { effects })] : []),
  ];
}

function takenFromHistory(
  deps: WriterDeps,
  { sale }: Planned,
  more: { readonly versionNo: number; readonly returned: readonly ReturnedLine[] },
) {
  const facts = storedFacts(sale.facts);
  const { lines } = storedAnswer(sale.answer);
  const of = { currencyCode: deps.currency.code, back: more.returned };
  return {
    ...pastReturn(facts, lines, of),
    bucket: sale.bucket,
    memberId: sale.member_id,
    receiptId: sale.id,
    versionNo: more.versionNo,
  };
}

/** The promotions that the receipt was decided by; without them everything comes back by its share. */
async function ruleSetOf(deps: ReversalDeps, sale: SaleRow): Promise<CompiledRuleSet> {
  const version = sale.rule_set_version;
  return (await deps.ruleSets.byVersion(version)) ?? compileRuleSet(version, []);
}

function replayOf(earlier: VersionRow, item: ReversalItem): Answered {
  if (!earlier.request_hash.equals(item.requestHash)) throw refuse('operation-id-reused');
  return { answer: earlier.answer, isReplay: true };
}

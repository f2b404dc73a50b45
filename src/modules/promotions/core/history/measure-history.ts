import { kopecks } from '#shared/money.ts';
import type { LocalMoment } from '#shared/time.ts';
import { compileFilter, isAllGoods } from '../basket/goods.ts';
import { type BasketLine, type HistoryFacts, PLAIN_LINE } from '../facts.ts';
import type { Aggregate } from './aggregate.ts';
import { historyWindow } from './history-window.ts';
import {
  emptyReading,
  type LineReading,
  type PastPurchase,
  readPastLines,
} from './past-purchases.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Groups of goods by SKU, as they are now. */
export type GroupCodesOf = (sku: string) => readonly string[];

/** A receipt as far as it matches: what was bought less what came back. */
type Matched = {
  milli: number;
  kopecks: number;
  discountKopecks: number;
  accruedPoints: number;
  paidPoints: number;
  storeCode: string;
  readonly milliBySku: Map<string, number>;
};

/**
 * Answers declared queries about a member's earlier purchases: confirmed receipts less returns, as
 * docs/engine.md 5.2 has it. Goods are in the groups that they are in today.
 * @param purchases of the member, returns among them, in any order
 * @param local     wall clock of the receipt that asks
 */
export function measureHistory(
  aggregates: readonly Aggregate[],
  purchases: readonly PastPurchase[],
  at: { readonly local: LocalMoment; readonly groupCodesOf: GroupCodesOf },
): Readonly<Record<string, HistoryFacts>> {
  return Object.fromEntries(
    aggregates.map((aggregate) => [aggregate.key, measure(aggregate, purchases, at)]),
  );
}

function measure(
  aggregate: Aggregate,
  purchases: readonly PastPurchase[],
  at: { readonly local: LocalMoment; readonly groupCodesOf: GroupCodesOf },
): HistoryFacts {
  const { from, to } = historyWindow(aggregate.period, at.local.date);
  const isIn = goodsOf(aggregate, at.groupCodesOf);
  const isTime = timesOf(aggregate);
  const stores = aggregate.storeCodes === undefined ? null : new Set(aggregate.storeCodes);
  const byReceipt = new Map<string, Matched>();
  const totals = new Map<string, number>();
  const reading = emptyReading();
  for (const purchase of purchases) {
    const { boughtAt, storeCode, receiptId } = purchase;
    if (boughtAt < from || boughtAt >= to || !isTime(boughtAt)) continue;
    if (stores !== null && !stores.has(storeCode)) continue;
    let matched = byReceipt.get(receiptId);
    let total = totals.get(receiptId) ?? 0;
    readPastLines(purchase.lines, reading, (line) => {
      total += line.kopecks;
      if (!isIn(line)) return;
      if (matched === undefined) {
        matched = newMatched(storeCode);
        byReceipt.set(receiptId, matched);
      }
      add(matched, line);
    });
    totals.set(receiptId, total);
  }
  const least = aggregate.minReceiptKopecks ?? 0;
  const counting = [...byReceipt].filter(
    ([id, { milli }]) => milli > 0 && (totals.get(id) ?? 0) >= least,
  );
  return summed(counting.map(([, matched]) => matched));
}

function newMatched(storeCode: string): Matched {
  return {
    milli: 0,
    kopecks: 0,
    discountKopecks: 0,
    accruedPoints: 0,
    paidPoints: 0,
    storeCode,
    milliBySku: new Map(),
  };
}

function add(matched: Matched, line: LineReading): void {
  matched.milli += line.milli;
  matched.kopecks += line.kopecks;
  matched.discountKopecks += line.discountKopecks;
  matched.accruedPoints += line.accruedPoints;
  matched.paidPoints += line.paidPoints;
  matched.milliBySku.set(line.sku, (matched.milliBySku.get(line.sku) ?? 0) + line.milli);
}

function summed(receipts: readonly Matched[]): HistoryFacts {
  const sum = (of: (one: Matched) => number) => receipts.reduce((all, one) => all + of(one), 0);
  const skus = new Set<string>();
  for (const { milliBySku } of receipts) {
    for (const [sku, milli] of milliBySku) if (milli > 0) skus.add(sku);
  }
  return {
    receipts: receipts.length,
    kopecks: sum((one) => one.kopecks),
    milli: sum((one) => one.milli),
    discountKopecks: sum((one) => one.discountKopecks),
    accruedPoints: sum((one) => one.accruedPoints),
    paidPoints: sum((one) => one.paidPoints),
    skus: skus.size,
    stores: new Set(receipts.map(({ storeCode }) => storeCode)).size,
    largestKopecks: receipts.reduce((most, one) => Math.max(most, one.kopecks), 0),
  };
}

/** Whether a line's goods are asked for; SKUs are looked up once where the price does not matter. */
function goodsOf(aggregate: Aggregate, groupCodesOf: GroupCodesOf): (line: LineReading) => boolean {
  const filter = compileFilter(aggregate);
  if (isAllGoods(filter)) return () => true;
  const { names, rest } = filter;
  const test = (line: LineReading): boolean => {
    const groupCodes = groupCodesOf(line.sku);
    if (names !== null) {
      const isNamed =
        names.skus.includes(line.sku) || groupCodes.some((code) => names.groupCodes.includes(code));
      if (!isNamed) return false;
    }
    return rest === null || rest(asLine(line, groupCodes));
  };
  const readsPrice = (aggregate.minPriceKopecks ?? aggregate.maxPriceKopecks) !== undefined;
  if (readsPrice) return test;
  const known = new Map<string, boolean>();
  return (line) => {
    let answer = known.get(line.sku);
    if (answer === undefined) {
      answer = test(line);
      known.set(line.sku, answer);
    }
    return answer;
  };
}

function asLine({ sku, priceKopecks }: LineReading, groupCodes: readonly string[]): BasketLine {
  return {
    ...PLAIN_LINE,
    lineNo: 1,
    sku,
    groupCodes,
    quantityMilli: 1000,
    priceKopecks: kopecks(priceKopecks),
    grossKopecks: kopecks(priceKopecks),
  };
}

function timesOf({ weekdays, hours }: Aggregate): (boughtAt: number) => boolean {
  if (weekdays === undefined && hours === undefined) return () => true;
  return (boughtAt) => {
    // 1970-01-01 was a Thursday.
    const weekday = ((Math.floor(boughtAt / DAY_MS) + 3) % 7) + 1;
    if (weekdays !== undefined && !weekdays.includes(weekday)) return false;
    if (hours === undefined) return true;
    const minute = Math.floor((boughtAt % DAY_MS) / MINUTE_MS);
    const { fromMinute, toMinute } = hours;
    return fromMinute < toMinute
      ? minute >= fromMinute && minute < toMinute
      : minute >= fromMinute || minute < toMinute;
  };
}

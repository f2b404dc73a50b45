import { kopecks } from '#shared/money.ts';
import { points } from '#shared/points.ts';
import type { RedemptionColumn } from '../basket/redemption-column.ts';
import type { Accrual, DecisionLine } from '../decision.ts';
import type { RedemptionFacts } from '../facts.ts';
import type { GivenPoints, Play, PlayBook } from '../play/play.ts';
import type { Work } from '../play/work.ts';

type LineDiscount = DecisionLine['discounts'][number];
type LineAccrual = DecisionLine['accruals'][number];
type LinePoints = DecisionLine['redeemedPoints'][number];

// Most lines earn nothing or are paid without points: they share one empty list.
const NO_DISCOUNTS: readonly LineDiscount[] = [];
const NO_ACCRUALS: readonly LineAccrual[] = [];
const NO_POINTS: readonly LinePoints[] = [];
const NO_LINES: Accrual['byLine'] = [];

/** The lines of a decision, in order. Plain loops: this runs for every receipt. */
export function closeLines(
  { basket, plays }: Work,
  payers: readonly RedemptionFacts[],
): DecisionLine[] {
  const { lines, slices, redemption } = basket;
  const { first, price } = slices;
  const hasPoints = givesPoints(plays);
  const closed: DecisionLine[] = [];
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place];
    if (line === undefined) continue;
    const gross = line.grossKopecks;
    let left = 0;
    const end = first[place + 1] ?? 0;
    for (let slice = first[place] ?? 0; slice < end; slice += 1) left += price[slice] ?? 0;
    const redeemed = redemption.length === 0 ? 0 : redeemedOn(redemption, place);
    closed.push({
      lineNo: line.lineNo,
      grossKopecks: gross,
      discountKopecks: kopecks(gross - left),
      redeemedKopecks: kopecks(redeemed),
      payableKopecks: kopecks(left - redeemed),
      discounts: left === gross ? NO_DISCOUNTS : discountsOn(plays, place),
      accruals: hasPoints ? accrualsOn(plays, place) : NO_ACCRUALS,
      redeemedPoints: redeemed === 0 ? NO_POINTS : pointsOn(redemption, payers, place),
    });
  }
  return closed;
}

function givesPoints({ records, count }: PlayBook): boolean {
  for (let i = 0; i < count; i += 1) if ((records[i]?.points.length ?? 0) > 0) return true;
  return false;
}

function redeemedOn(redemption: readonly RedemptionColumn[], place: number): number {
  let redeemed = 0;
  for (const { kopecksByLine } of redemption) redeemed += kopecksByLine[place] ?? 0;
  return redeemed;
}

// Lists begin with their first entry: an empty one that grows takes room for seventeen.

function discountsOn({ records, count }: PlayBook, place: number): readonly LineDiscount[] {
  let list: LineDiscount[] | null = null;
  for (let i = 0; i < count; i += 1) {
    const play = records[i];
    if (play === undefined || !play.hadDiscount) continue;
    const off = play.byLine[place] ?? 0;
    if (off === 0) continue;
    const entry = { promotionCode: play.rule.code, kopecks: kopecks(off) };
    if (list === null) list = [entry];
    else list.push(entry);
  }
  return list ?? NO_DISCOUNTS;
}

function accrualsOn({ records, count }: PlayBook, place: number): readonly LineAccrual[] {
  let list: LineAccrual[] | null = null;
  for (let i = 0; i < count; i += 1) {
    const play = records[i];
    if (play === undefined || play.points.length === 0) continue;
    if (play.points.length > 1) {
      list ??= [];
      addAccruals(list, play, place);
      continue;
    }
    const earned = play.points[0]?.byLine[place] ?? 0;
    if (earned === 0) continue;
    const currencyCode = play.points[0]?.currencyCode ?? '';
    const entry = { promotionCode: play.rule.code, currencyCode, points: points(earned) };
    if (list === null) list = [entry];
    else list.push(entry);
  }
  return list ?? NO_ACCRUALS;
}

/** Several gifts of one promotion: one entry per currency, by code. */
function addAccruals(list: LineAccrual[], play: Play, place: number): void {
  const sums = new Map<string, number>();
  for (const { currencyCode, byLine } of play.points) {
    sums.set(currencyCode, (sums.get(currencyCode) ?? 0) + (byLine[place] ?? 0));
  }
  for (const [currencyCode, sum] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (sum > 0) list.push({ promotionCode: play.rule.code, currencyCode, points: points(sum) });
  }
}

function pointsOn(
  redemption: readonly RedemptionColumn[],
  payers: readonly RedemptionFacts[],
  place: number,
): LinePoints[] {
  const list: LinePoints[] = [];
  for (const { currencyCode } of payers) {
    const column = redemption.find((one) => one.currencyCode === currencyCode);
    const spent = column?.pointsByLine[place] ?? 0;
    if (spent > 0) list.push({ currencyCode, points: points(spent) });
  }
  return list;
}

/** Points of one gift by line, lines with points only. */
export function byLineOf({ basket }: Work, { byLine }: GivenPoints): Accrual['byLine'] {
  const { lines } = basket;
  let list: Accrual['byLine'][number][] | null = null;
  for (let place = 0; place < lines.length; place += 1) {
    const earned = byLine[place] ?? 0;
    if (earned === 0) continue;
    const entry = { lineNo: lines[place]?.lineNo ?? 0, points: points(earned) };
    if (list === null) list = [entry];
    else list.push(entry);
  }
  return list ?? NO_LINES;
}

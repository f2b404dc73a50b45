import { mulDivCeil } from '#shared/ratio.ts';
import { instant, localMoment } from '#shared/time.ts';
import { type GoodsPlan, newMatcher, startMatching } from '../compile/goods-matcher.ts';
import { type BasketLine, type Facts, NO_FACTS } from '../facts.ts';
import type { Settings } from '../language/settings.ts';
import { newSelection } from '../select/selection.ts';
import { type Basket, STAGE_OPEN, unitsOf } from './basket.ts';
import { dropPoints } from './points-column.ts';
import { dropRedemption } from './redemption-column.ts';
import { newSlices, reserveSlices } from './slices.ts';
import { amountUp } from './unit-amounts.ts';

/** Room for receipts, used again and again. */
export function newBasket(
  plan: GoodsPlan,
  numberOf: ReadonlyMap<string, number> = new Map(),
): Basket {
  return {
    facts: NOTHING_KNOWN,
    lines: [],
    path: '',
    slices: newSlices(16, 16),
    points: [],
    sparePoints: [],
    redemption: [],
    spareRedemption: [],
    variables: new Map(),
    numberOf,
    applied: new Uint8Array(numberOf.size),
    lineState: new Uint8Array(16),
    lineMarks: 0,
    sliceMarks: 0,
    goods: newMatcher(plan),
    ownSelection: newSelection(16),
    stage: STAGE_OPEN,
  };
}

/** Facts of nothing, where something must stand. */
const NOTHING_KNOWN: Facts = {
  ...NO_FACTS,
  receiptId: '',
  occurredAt: instant(0),
  local: localMoment(instant(0), 'UTC'),
};

/**
 * Begins a decision: every line one slice, nothing taken off, nothing earned.
 * @param path of a sub-event, '' = the receipt itself
 */
export function openBasket(
  basket: Basket,
  facts: Facts,
  { settings, path }: { readonly settings: Settings; readonly path: string },
): void {
  basket.facts = facts;
  basket.path = path;
  basket.lines = inOrder(facts.lines);
  basket.stage = STAGE_OPEN;
  dropPoints(basket);
  dropRedemption(basket);
  if (basket.variables.size > 0) basket.variables.clear();
  basket.applied.fill(0);
  const count = basket.lines.length;
  if (basket.lineState.length < count) basket.lineState = new Uint8Array(count * 2);
  for (let i = 0; i < count; i += 1) basket.lineState[i] = 0;
  basket.lineMarks = 0;
  basket.sliceMarks = 0;
  fillSlices(basket, settings);
  startMatching(basket.goods, basket.lines);
}

// Tills send lines in order; then the list is taken as it is.
function inOrder(lines: readonly BasketLine[]): readonly BasketLine[] {
  for (let i = 1; i < lines.length; i += 1) {
    if ((lines[i - 1]?.lineNo ?? 0) > (lines[i]?.lineNo ?? 0)) {
      return [...lines].sort((a, b) => a.lineNo - b.lineNo);
    }
  }
  return lines;
}

function fillSlices({ lines, slices }: Basket, settings: Settings): void {
  const count = lines.length;
  reserveSlices(slices, count, count);
  slices.count = count;
  if (slices.splits.length > 0) slices.splits.length = 0;
  slices.first[count] = count;
  for (let i = 0; i < count; i += 1) {
    const line = lines[i];
    if (line === undefined) continue;
    const gross = line.grossKopecks;
    slices.state[i] = 0;
    slices.paid[i] = 0;
    slices.line[i] = i;
    slices.first[i] = i;
    slices.units[i] = unitsOf(line);
    slices.milli[i] = line.quantityMilli;
    slices.gross[i] = gross;
    slices.base[i] = gross;
    slices.price[i] = gross;
    slices.floor[i] = floorOf(line, settings);
  }
}

/** The least that a line may cost: the law, the programme, or all of it when nothing may be taken off. */
function floorOf(line: BasketLine, { floorUnitKopecks, floorBasisPoints }: Settings): number {
  const gross = line.grossKopecks;
  if (line.isNonDiscountable) return gross;
  const unit = Math.max(line.minPriceKopecks ?? 0, floorUnitKopecks);
  let floor = 0;
  if (unit > 0) floor = amountUp(unit, line.quantityMilli);
  if (floorBasisPoints > 0) {
    floor = Math.max(floor, mulDivCeil(gross, floorBasisPoints, 10_000));
  }
  return Math.min(gross, floor);
}

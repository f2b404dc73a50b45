import { mulDivFloor } from '#shared/ratio.ts';
import type { Basket } from '../basket/basket.ts';
import { fitInto, shareInto, sumOf } from '../basket/numbers.ts';
import type { Group } from '../compile/group.ts';
import type { CutOrder } from '../language/stacking-shape.ts';
import { type Play, playsFrom } from './play.ts';
import type { Work } from './work.ts';

/** Cuts what a group took off the receipt to its cap; see docs/engine.md 9.5. */
export function cutGroup(work: Work, group: Group, before: number): void {
  const { capBasisPoints: cap, cutOrder } = group;
  cutToCap(work, { plays: playsFrom(work.plays, before), cap, cutOrder });
}

/** Cuts what some promotions took off since the base was taken. */
export function cutToCap(
  { basket }: Work,
  of: { readonly plays: readonly Play[]; readonly cap: number; readonly cutOrder: CutOrder },
): void {
  const { slices } = basket;
  const bound = mulDivFloor(sumOf(slices.base, slices.count), of.cap, 10_000);
  let taken = 0;
  for (const play of of.plays) taken += play.discount;
  if (taken > bound) {
    cutPlays(basket, of.plays, { kopecks: taken - bound, cutOrder: of.cutOrder, line: -1 });
  }
}

/** The caps of the programme, lines in order, then the receipt; see docs/engine.md 10.2. */
export function cutToProgramme(work: Work): void {
  const { basket, deck } = work;
  const { lineCapBasisPoints, receiptCapBasisPoints, cutOrder } = deck.settings;
  if (lineCapBasisPoints === 10_000 && receiptCapBasisPoints === 10_000) return;
  const plays = playsFrom(work.plays, 0);
  const { gross, price, first, count } = basket.slices;
  if (lineCapBasisPoints < 10_000) {
    for (let line = 0; line < basket.lines.length; line += 1) {
      const [from, to] = [first[line] ?? 0, first[line + 1] ?? 0];
      const full = sumOf(gross.subarray(from, to), to - from);
      const off = full - sumOf(price.subarray(from, to), to - from);
      const excess = off - mulDivFloor(full, lineCapBasisPoints, 10_000);
      if (excess > 0) cutPlays(basket, plays, { kopecks: excess, cutOrder, line });
    }
  }
  if (receiptCapBasisPoints < 10_000) {
    const full = sumOf(gross, count);
    const excess = full - sumOf(price, count) - mulDivFloor(full, receiptCapBasisPoints, 10_000);
    if (excess > 0) cutPlays(basket, plays, { kopecks: excess, cutOrder, line: -1 });
  }
}

/** How much is cut, who loses first, and on which line (−1 = the whole receipt). */
type Cut = { readonly kopecks: number; readonly cutOrder: CutOrder; readonly line: number };

function cutPlays(basket: Basket, plays: readonly Play[], cut: Cut): void {
  const shares = cut.cutOrder === 'last-first' ? lastFirst(plays, cut) : inProportion(plays, cut);
  plays.forEach((play, i) => {
    const kopecks = shares[i] ?? 0;
    if (kopecks > 0) cutPlay(basket, play, { ...cut, kopecks });
  });
}

/** In reverse order of play, those that apply always after all others. */
function lastFirst(plays: readonly Play[], cut: Cut): Float64Array {
  const shares = new Float64Array(plays.length);
  let left = cut.kopecks;
  for (const isAlways of [false, true]) {
    for (let i = plays.length - 1; i >= 0 && left > 0; i -= 1) {
      const play = plays[i];
      if (play === undefined || play.rule.isAlways !== isAlways) continue;
      const share = Math.min(left, discountOf(play, cut.line));
      shares[i] = share;
      left -= share;
    }
  }
  return shares;
}

function inProportion(plays: readonly Play[], cut: Cut): Float64Array {
  const weights = Float64Array.from(plays, (play) => discountOf(play, cut.line));
  const shares = new Float64Array(plays.length);
  shareInto(shares, { total: cut.kopecks, weights, count: plays.length });
  return shares;
}

function discountOf(play: Play, line: number): number {
  return line < 0 ? play.discount : (play.byLine[line] ?? 0);
}

/** Takes money back from one promotion: by line in proportion, on a line in proportion to what is off. */
function cutPlay(basket: Basket, play: Play, { kopecks, line }: Cut): void {
  const lines = basket.lines.length;
  const parts = new Float64Array(lines);
  if (line >= 0) parts[line] = kopecks;
  else shareInto(parts, { total: kopecks, weights: play.byLine, count: lines });
  for (let i = 0; i < lines; i += 1) {
    const part = parts[i] ?? 0;
    if (part === 0) continue;
    play.byLine[i] = (play.byLine[i] ?? 0) - part;
    raisePrices(basket, i, part);
  }
  play.discount -= kopecks;
  play.isCut = true;
}

function raisePrices({ slices }: Basket, line: number, kopecks: number): void {
  const { gross, price, first } = slices;
  const from = first[line] ?? 0;
  const count = (first[line + 1] ?? 0) - from;
  const off = new Float64Array(count);
  for (let i = 0; i < count; i += 1) off[i] = (gross[from + i] ?? 0) - (price[from + i] ?? 0);
  const parts = new Float64Array(count);
  fitInto(parts, { total: kopecks, weights: off, rooms: off, count });
  for (let i = 0; i < count; i += 1) {
    price[from + i] = (price[from + i] ?? 0) + (parts[i] ?? 0);
  }
}

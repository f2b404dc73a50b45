import { mulDivFloor } from '#shared/ratio.ts';
import type { EffectRecord, ReturnWords } from '../core/index.ts';
import type { Aftermath, KeptChange, KeptUse } from './aftermath.ts';

/** A line of a receipt and how much of it has come back, in thousandths, without and with this return. */
export type ReturnedLine = {
  readonly lineNo: number;
  readonly soldMilli: number;
  readonly grossKopecks: number;
  readonly beforeMilli: number;
  readonly afterMilli: number;
  readonly discounts: readonly { readonly promotionCode: string; readonly kopecks: number }[];
  readonly accruals: readonly { readonly promotionCode: string; readonly points: number }[];
};

/** What a return undoes of an aftermath. */
export type GivenBack = {
  /** `amount` is what is given back now, > 0. */
  readonly uses: readonly KeptUse[];
  readonly changes: readonly (KeptChange & { readonly back: number; readonly isWhole: boolean })[];
  /** Effects for others, as `cancel-effect`. */
  readonly effects: readonly EffectRecord[];
};

type Side = 'beforeMilli' | 'afterMilli';

/**
 * What a return gives back of limits, counters and effects: money and points of the lines in proportion to
 * quantity, what is counted by goods in proportion to the promotion's money that came back, and everything
 * else when all of the promotion's lines are back. In all never more than was taken, and all of it in the
 * end. What a promotion keeps on returns (see docs/engine.md 13) stays.
 */
export function givenBack(
  aftermath: Aftermath,
  lines: readonly ReturnedLine[],
  wordOf: ReturnWords,
): GivenBack {
  const linesOf = (code: string) => {
    const own = lines.filter((line) => isOf(line, code));
    return own.length > 0 ? own : lines;
  };
  const now = (code: string, at: (own: readonly ReturnedLine[], side: Side) => number) =>
    at(linesOf(code), 'afterMilli') - at(linesOf(code), 'beforeMilli');
  return {
    uses: aftermath.limitUses.flatMap((use) => {
      if (wordOf(use.promotionCode, use.unit === 'points' ? 'points' : 'money') === 'keep')
        return [];
      const amount = now(use.promotionCode, (own, side) => useBack(use, own, side));
      return amount > 0 ? [{ ...use, amount }] : [];
    }),
    changes: aftermath.counters.flatMap((change) => {
      if (wordOf(change.promotionCode, { effect: 'change-counter' }) === 'keep') return [];
      const own = linesOf(change.promotionCode);
      const back = now(change.promotionCode, (some, side) => part(change.amount, some, side));
      const isWhole = isAll(own, 'afterMilli') && !isAll(own, 'beforeMilli');
      return back > 0 || isWhole ? [{ ...change, back, isWhole }] : [];
    }),
    effects: aftermath.effects.flatMap((record) => {
      const { promotionCode, phase } = record;
      const { effect } = record;
      if (SETTLED.has(effect) || wordOf(promotionCode, { effect }) === 'keep') return [];
      const quantity = typeof record['quantity'] === 'number' ? record['quantity'] : 1;
      const back = now(promotionCode, (own, side) => part(quantity, own, side));
      if (back === 0) return [];
      const cancelled = 'quantity' in record ? { ...record, quantity: back } : record;
      const of = { effectOf: promotionCode, of: 'origin', cancelled };
      return [{ effect: 'cancel-effect', promotionCode, phase, ...of }];
    }),
  };
}

/** Effects that nobody carries out later: they were news, or are carried out and undone here. */
const SETTLED: ReadonlySet<string> = new Set([
  'change-counter',
  'set-variable',
  'fire',
  'iterate',
  'event-dropped',
  'limit-low',
  'limit-alarm',
  'cancel-effect',
  'compensate-effect',
]);

function isOf({ discounts, accruals }: ReturnedLine, code: string): boolean {
  return [...discounts, ...accruals].some(({ promotionCode }) => promotionCode === code);
}

function isAll(lines: readonly ReturnedLine[], side: Side): boolean {
  return lines.every((line) => line[side] === line.soldMilli);
}

function useBack(use: KeptUse, lines: readonly ReturnedLine[], side: Side): number {
  if (isAll(lines, side)) return use.amount;
  const own = <Part extends { readonly promotionCode: string }>(parts: readonly Part[]) =>
    parts.filter(({ promotionCode }) => promotionCode === use.promotionCode);
  switch (use.unit) {
    case 'kopecks':
      return sharesOf(lines, side, (line) => own(line.discounts).map(({ kopecks }) => kopecks));
    case 'points':
      return sharesOf(lines, side, (line) => own(line.accruals).map(({ points }) => points));
    case 'milli':
    case 'units':
      return part(use.amount, lines, side);
    default:
      return 0;
  }
}

function sharesOf(
  lines: readonly ReturnedLine[],
  side: Side,
  amountsOf: (line: ReturnedLine) => readonly number[],
): number {
  return lines
    .flatMap((line) =>
      amountsOf(line).map((amount) => mulDivFloor(Math.max(0, amount), line[side], line.soldMilli)),
    )
    .reduce((all, one) => all + one, 0);
}

/** The part of a number that goes with the money of lines that are back. */
function part(amount: number, lines: readonly ReturnedLine[], side: Side): number {
  if (isAll(lines, side)) return amount;
  const all = lines.reduce((sum, { grossKopecks }) => sum + grossKopecks, 0);
  if (all === 0) return 0;
  return mulDivFloor(
    amount,
    sharesOf(lines, side, ({ grossKopecks }) => [grossKopecks]),
    all,
  );
}

import { mulDivFloor } from '#shared/ratio.ts';
import type { BasketLine, Facts } from './facts.ts';

/**
 * The receipt while the decision is being made: one place per line in every array. Conditions,
 * selectors and effects read it; only stacking and redemption write.
 */
export type Basket = {
  readonly facts: Facts;
  readonly lines: readonly BasketLine[];
  readonly quantityMilli: readonly number[];
  readonly grossKopecks: readonly number[];
  /** Left to pay after the discounts so far, before points. */
  readonly discountedKopecks: readonly number[];
  /** Left to pay with money: discounted − paid by points. */
  readonly payableKopecks: readonly number[];
  /** What points may pay for, so far; ≤ discounted. */
  readonly redeemableKopecks: readonly number[];
  /** Points earned so far. */
  readonly points: readonly number[];
};

type Mutable<T> = {
  readonly [Field in keyof T]: T[Field] extends readonly number[] ? number[] : T[Field];
};

/** A basket that its holder may write to. */
export type OpenBasket = Mutable<Basket>;

/**
 * Which part of each line takes part, in thousandths of a unit; 0 = the line does not.
 * null = nothing at all.
 */
export type Selection = readonly number[] | null;

/** Starts a decision: nothing taken off, nothing earned. */
export function openBasket(facts: Facts): OpenBasket {
  const gross: number[] = facts.lines.map((line) => line.grossKopecks);
  return {
    facts,
    lines: facts.lines,
    quantityMilli: facts.lines.map((line) => line.quantityMilli),
    grossKopecks: gross,
    discountedKopecks: gross.slice(),
    payableKopecks: gross.slice(),
    redeemableKopecks: gross.map(() => 0),
    points: gross.map(() => 0),
  };
}

/**
 * The selected part of an amount that is spread over the lines: a whole line gives all of it, a part
 * gives amount × selected / quantity, rounded down.
 * @param amounts   kopecks or points per line, ≥ 0
 * @param selection thousandths per line, ≤ the line's quantity
 * @returns         one amount per line; `amounts` itself when everything is selected
 */
export function selectedPart(
  amounts: readonly number[],
  basket: Basket,
  selection: readonly number[],
): readonly number[] {
  if (selection === basket.quantityMilli) return amounts;
  const parts: number[] = [];
  for (let i = 0; i < amounts.length; i += 1) {
    const amount = amounts[i] ?? 0;
    const selected = selection[i] ?? 0;
    const quantity = basket.quantityMilli[i] ?? 0;
    if (selected === 0) parts.push(0);
    else if (selected >= quantity) parts.push(amount);
    else parts.push(mulDivFloor(amount, selected, quantity));
  }
  return parts;
}

/**
 * How many units a line splits into: its pieces when the quantity is whole, otherwise one — a weighed
 * line is a single unit.
 * @param quantityMilli thousandths, > 0
 */
export function unitsOf(quantityMilli: number): number {
  return quantityMilli % 1000 === 0 ? quantityMilli / 1000 : 1;
}

/** The sum of a list of safe integers. */
export function sum(amounts: readonly number[]): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}

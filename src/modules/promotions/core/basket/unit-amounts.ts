import { mulDivCeil, mulDivFloor, mulDivHalfUp } from '#shared/ratio.ts';
import { AMOUNT_MAX } from '#shared/schema.ts';

/** What so many thousandths come to at an amount per whole unit, rounded down; at most 10¹³. */
export function amountDown(perUnit: number, milli: number): number {
  return isBeyond(perUnit, milli) ? AMOUNT_MAX : mulDivFloor(perUnit, milli, 1000);
}

/** The same, rounded to the nearest, halves up. */
export function amountNear(perUnit: number, milli: number): number {
  return isBeyond(perUnit, milli) ? AMOUNT_MAX : mulDivHalfUp(perUnit, milli, 1000);
}

/** The same, rounded up. */
export function amountUp(perUnit: number, milli: number): number {
  return isBeyond(perUnit, milli) ? AMOUNT_MAX : mulDivCeil(perUnit, milli, 1000);
}

// A slip of the hand in a promotion must not stop a till: no receipt costs as much.
function isBeyond(perUnit: number, milli: number): boolean {
  return perUnit * milli >= AMOUNT_MAX * 1000;
}

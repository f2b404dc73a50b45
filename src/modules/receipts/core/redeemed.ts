import type { Decision } from '#modules/promotions/core/index.ts';

/** Points that pay for a receipt; one currency pays for now. */
export function redeemedPoints({ redemptions }: Decision): number {
  return pointsOf(redemptions);
}

/** The most points that could have paid. */
export function redeemableMax({ redemptions }: Decision): number {
  return redemptions.reduce((sum, one) => sum + one.redeemablePointsMax, 0);
}

/** Points of a list of currencies in all. */
export function pointsOf(list: readonly { readonly points: number }[]): number {
  return list.reduce((sum, one) => sum + one.points, 0);
}

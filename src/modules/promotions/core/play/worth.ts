import { mulDivFloor } from '#shared/ratio.ts';
import type { Basket } from '../basket/basket.ts';
import { ownFact } from '../facts.ts';
import type { Trial } from './trial.ts';

/** What an outcome is worth when promotions compete: kopecks, and points to break ties. */
export type Worth = { readonly kopecks: number; readonly points: number };

/** The worth of a whole outcome; what it takes from the balance does not count. */
export function worthOf(trial: Trial): Worth {
  let kopecks = trial.discount;
  let points = 0;
  for (let i = 0; i < trial.allowanceCount; i += 1) kopecks += trial.allowances[i]?.total ?? 0;
  for (const { worthKopecks, quantity } of trial.emissions) kopecks += worthKopecks * quantity;
  for (let i = 0; i < trial.grantCount; i += 1) {
    const grant = trial.grants[i];
    if (grant === undefined || grant.points <= 0) continue;
    points += grant.points;
    if (isFirstOf(trial, i)) {
      kopecks += moneyWorth(trial.basket, grant.currencyCode, pointsIn(trial, grant.currencyCode));
    }
  }
  return { kopecks, points };
}

/** Whether an outcome is nothing but things to do that are worth nothing: it does not compete. */
export function isBystander(trial: Trial): boolean {
  if (trial.discount > 0 || trial.grantCount > 0 || trial.allowanceCount > 0) return false;
  if (trial.hasFloors || trial.terms.length > 0) return false;
  return trial.emissions.every(({ worthKopecks, quantity }) => worthKopecks * quantity === 0);
}

/** What points count for: the currency's worth, or what they pay for. */
export function moneyWorth({ facts }: Basket, currencyCode: string, points: number): number {
  const currency = ownFact(facts.currencies, currencyCode);
  if (currency === undefined) return 0;
  const { num, den } = currency.worth ?? currency.kopecksPerPoint;
  return mulDivFloor(points, num, den);
}

function pointsIn(trial: Trial, currencyCode: string): number {
  let points = 0;
  for (let i = 0; i < trial.grantCount; i += 1) {
    const grant = trial.grants[i];
    if (grant?.currencyCode === currencyCode && grant.points > 0) points += grant.points;
  }
  return points;
}

/** Whether no grant before it gives points of the same currency. */
function isFirstOf(trial: Trial, place: number): boolean {
  const { currencyCode } = trial.grants[place] ?? { currencyCode: '' };
  for (let i = 0; i < place; i += 1) {
    const grant = trial.grants[i];
    if (grant?.currencyCode === currencyCode && grant.points > 0) return false;
  }
  return true;
}

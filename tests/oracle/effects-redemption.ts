import { currencyOf } from './effects-points.ts';
import { bigOr } from './json.ts';
import { at, down, fit, least, share, sum, WHOLE } from './numbers.ts';
import type { Rate, Steps } from './outcome-shape.ts';
import { ofTargets } from './stages.ts';
import { get } from './state.ts';
import type { Trial } from './trial.ts';
import { fieldOf } from './values.ts';

// Chapter 7.3: phase 7.

type Redeemable = {
  readonly currencyCode: string;
  readonly byPart: readonly bigint[];
  readonly soFar: readonly bigint[];
};

export function redeemableOf(trial: Trial, effect: string): Redeemable | null {
  const currencyCode = currencyOf(trial);
  if (currencyCode === null) return null;
  const { prices } = trial;
  const soFar = trial.picks.map((pick) =>
    ofTargets(pick, (slice) => get(slice, `R:${currencyCode}`)),
  );
  const room = prices.map((price, i) => price - at(soFar, i));
  if (effect === 'redemption-amount') {
    const amount = fieldOf(trial.params['amountKopecks'], trial.reader);
    return { currencyCode, soFar, byPart: fit(amount, prices, room) };
  }
  if (effect !== 'redemption-cap') return null;
  const allowed = down(sum(prices) * bigOr(trial.params['shareBasisPoints'], 0n), WHOLE);
  return {
    currencyCode,
    soFar,
    byPart: share(allowed, prices).map((part, i) => least(part, at(room, i))),
  };
}

export function rateOf(trial: Trial): Rate {
  const { num, den } = trial.params;
  return { currencyCode: currencyOf(trial) ?? '', num: bigOr(num, 0n), den: bigOr(den, 1n) };
}

export function stepsOf(trial: Trial): Steps {
  const { minPoints, stepPoints, maxPoints } = trial.params;
  return {
    currencyCode: currencyOf(trial) ?? '',
    min: bigOr(minPoints, null),
    step: bigOr(stepPoints, null),
    max: bigOr(maxPoints, null),
  };
}

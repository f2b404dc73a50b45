import { termsOf } from './currencies.ts';
import { at, byCode, down, fit, least, most, share, sum, up, WHOLE } from './numbers.ts';
import { get, set, total } from './state.ts';
import type { World } from './world.ts';

// Chapter 11.1: points pay when phase 7 has ended.

export type Payment = {
  readonly currencyCode: string;
  readonly points: bigint;
  readonly kopecks: bigint;
  readonly redeemablePointsMax: bigint;
  readonly pointsByLine: ReadonlyMap<number, bigint>;
};

type Terms = {
  readonly num: bigint;
  readonly den: bigint;
  readonly min: bigint;
  readonly step: bigint;
  readonly max: bigint | null;
};

export function pay(world: World): Payment[] {
  const asked = [...world.facts.redemption].sort(
    (a, b) => (a.order ?? 0) - (b.order ?? 0) || byCode(a.currencyCode, b.currencyCode),
  );
  return asked.map((one) => {
    const terms = termsOfReceipt(world, one.currencyCode);
    const allowed = allowedOf(world, one.currencyCode);
    const max = pointsMax(world, { terms, allowed, available: BigInt(one.availablePoints) });
    const wanted = stepped(least(BigInt(one.requestedPoints), max), terms);
    const kopecks = worth(wanted, terms);
    const points = kopecks === 0n ? 0n : toStep(up(kopecks * terms.den, terms.num), terms.step);
    const pointsByLine = takeFrom(world, { allowed, kopecks, points });
    world.redeemed.set(one.currencyCode, points);
    return {
      currencyCode: one.currencyCode,
      points,
      kopecks,
      redeemablePointsMax: max,
      pointsByLine,
    };
  });
}

function allowedOf(world: World, currency: string): bigint[] {
  return world.state.slices.map((slice) => {
    if (slice.barred.has(currency)) return 0n;
    const floor = world.settings.pointsPayFloor === true ? 0n : get(slice, 'F');
    const left = most(0n, get(slice, 'P') - floor - get(slice, 'M'));
    return least(get(slice, `R:${currency}`), left);
  });
}

function termsOfReceipt(world: World, currency: string): Terms {
  const outcomes = world.played.map(({ outcome }) => outcome);
  const rates = outcomes.flatMap(({ rates }) =>
    rates.filter((one) => one.currencyCode === currency),
  );
  const steps = outcomes.flatMap(({ steps }) =>
    steps.filter((one) => one.currencyCode === currency),
  );
  const maxima = steps.flatMap((one) => one.max ?? []);
  const highest = rates.reduce<(typeof rates)[number] | null>(
    (best, one) => (best === null || one.num * best.den > best.num * one.den ? one : best),
    null,
  );
  const { num, den } = highest ?? termsOf(world.facts, currency).kopecksPerPoint;
  return {
    num,
    den,
    min: most(0n, ...steps.map((one) => one.min ?? 0n)),
    step: steps.map((one) => one.step ?? 1n).reduce(commonMultiple, 1n),
    max: maxima.length === 0 ? null : least(...maxima),
  };
}

function commonMultiple(a: bigint, b: bigint): bigint {
  const divisor = (x: bigint, y: bigint): bigint => (y === 0n ? x : divisor(y, x % y));
  return (a / divisor(a, b)) * b;
}

function worth(points: bigint, { num, den }: Terms): bigint {
  return down(points * num, den);
}

type Asked = {
  readonly terms: Terms;
  readonly allowed: readonly bigint[];
  readonly available: bigint;
};

function pointsMax(world: World, { terms, allowed, available }: Asked): bigint {
  const { slices } = world.state;
  const cap = BigInt(world.settings.redemptionCapBasisPoints ?? 10_000);
  const left = down(total(slices, 'P') * cap, WHOLE) - total(slices, 'M');
  const amount = most(0n, least(sum(allowed), left));
  if (terms.num === 0n) return 0n;
  // The greatest k with worth(k) ≤ amount, then the smallest that is worth as much.
  const most_ = up((amount + 1n) * terms.den, terms.num) - 1n;
  const smallest = up(worth(most_, terms) * terms.den, terms.num);
  return stepped(least(smallest, available, terms.max ?? smallest), terms);
}

/** Down to a multiple of the step; 0 below the least that may be paid. */
function stepped(points: bigint, { step, min }: Terms): bigint {
  const rounded = down(points, step) * step;
  return rounded < min ? 0n : rounded;
}

function toStep(points: bigint, step: bigint): bigint {
  return up(points, step) * step;
}

type Taking = {
  readonly allowed: readonly bigint[];
  readonly kopecks: bigint;
  readonly points: bigint;
};

function takeFrom(world: World, { allowed, kopecks, points }: Taking): Map<number, bigint> {
  const money = fit(kopecks, allowed, allowed);
  const shares = share(points, money);
  const byLine = new Map<number, bigint>();
  world.state.slices.forEach((slice, i) => {
    set(slice, 'M', get(slice, 'M') + at(money, i));
    const { lineNo } = slice.line;
    byLine.set(lineNo, (byLine.get(lineNo) ?? 0n) + at(shares, i));
  });
  return byLine;
}

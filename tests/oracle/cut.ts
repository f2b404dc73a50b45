import { at, down, fit, least, most, share, sum, WHOLE } from './numbers.ts';
import { get, lineNos, ofLine, set, total } from './state.ts';
import type { Played, World } from './world.ts';

// Chapters 9.5 and 10.2.

type Amount = (played: Played) => bigint;

/** What a promotion has taken off the receipt, or off one line of it. */
export function takenBy(world: World, { promotion }: Played, lineNo: number | null = null): bigint {
  const byLine = world.taken.get(promotion.code) ?? new Map<number, bigint>();
  return lineNo === null ? sum(byLine.values()) : (byLine.get(lineNo) ?? 0n);
}

export type Cutting = {
  readonly from: readonly Played[];
  readonly cutOrder: string;
  /** Null = of the whole receipt. */
  readonly lineNo: number | null;
};

/** Cuts x kopecks from promotions in order of play. */
export function cut(world: World, x: bigint, { from, cutOrder, lineNo }: Cutting): void {
  if (x <= 0n) return;
  const amount: Amount = (played) => takenBy(world, played, lineNo);
  const giving = from.filter((played) => amount(played) > 0n);
  if (cutOrder === 'in-proportion') {
    const parts = share(x, giving.map(amount));
    giving.forEach((played, i) => {
      cutOne(world, played, { t: at(parts, i), lineNo });
    });
    return;
  }
  const isAlways = ({ promotion }: Played): boolean => promotion.stacking.isAlways === true;
  const reversed = giving.toReversed();
  let left = x;
  for (const played of [
    ...reversed.filter((one) => !isAlways(one)),
    ...reversed.filter(isAlways),
  ]) {
    const t = least(left, amount(played));
    cutOne(world, played, { t, lineNo });
    left -= t;
  }
}

function cutOne(
  world: World,
  played: Played,
  { t, lineNo }: { t: bigint; lineNo: number | null },
): void {
  if (t === 0n) return;
  const byLine = world.taken.get(played.promotion.code) ?? new Map<number, bigint>();
  const lines = lineNo === null ? [...byLine.keys()].sort((a, b) => a - b) : [lineNo];
  const parts = share(
    t,
    lines.map((line) => byLine.get(line) ?? 0n),
  );
  lines.forEach((line, i) => {
    byLine.set(line, (byLine.get(line) ?? 0n) - at(parts, i));
    const slices = ofLine(world.state, line);
    const off = slices.map((slice) => get(slice, 'G') - get(slice, 'P'));
    fit(at(parts, i), off, off).forEach((back, k) => {
      const slice = at(slices, k);
      set(slice, 'P', get(slice, 'P') + back);
    });
  });
  played.isCut = true;
}

/** The joint cap of a group, after it has played; B is still that of its beginning. */
export function capGroup(world: World, from: readonly Played[]): void {
  const stacking = from[0]?.promotion.stacking;
  if (stacking?.capBasisPoints === undefined) return;
  const bound = down(total(world.state.slices, 'B') * BigInt(stacking.capBasisPoints), WHOLE);
  const excess = most(0n, sum(from.map((played) => takenBy(world, played))) - bound);
  cut(world, excess, { from, cutOrder: stacking.cutOrder ?? defaultOrder(world), lineNo: null });
}

/** 10.2, steps 1 and 2. */
export function capReceipt(world: World): void {
  const { settings, state, played: from } = world;
  const cutOrder = defaultOrder(world);
  const over = (slices: typeof state.slices, cap: number): bigint => {
    const gross = total(slices, 'G');
    return most(0n, gross - total(slices, 'P') - down(gross * BigInt(cap), WHOLE));
  };
  for (const lineNo of lineNos(state)) {
    const excess = over(ofLine(state, lineNo), settings.lineCapBasisPoints ?? 10_000);
    cut(world, excess, { from, cutOrder, lineNo });
  }
  const excess = over(state.slices, settings.receiptCapBasisPoints ?? 10_000);
  cut(world, excess, { from, cutOrder, lineNo: null });
}

function defaultOrder(world: World): string {
  return world.settings.cutOrder ?? 'last-first';
}

/** Whether a promotion gave money and has lost all of it. */
export function isCapped(world: World, played: Played): boolean {
  return played.isCut && takenBy(world, played) === 0n;
}

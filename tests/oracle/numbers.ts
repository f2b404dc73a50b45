// Chapter 1.1 of docs/engine.md, word for word, in big integers.

export const WHOLE = 10_000n;

/** a / c rounded towards minus infinity. */
export function down(a: bigint, c: bigint): bigint {
  const q = a / c;
  return a % c !== 0n && a < 0n !== c < 0n ? q - 1n : q;
}

export function up(a: bigint, c: bigint): bigint {
  return -down(-a, c);
}

export function near(a: bigint, c: bigint): bigint {
  return down(2n * a + c, 2n * c);
}

/** The remainder that `down` leaves: 0 … c − 1. */
export function mod(a: bigint, c: bigint): bigint {
  return a - down(a, c) * c;
}

export function least(...all: readonly bigint[]): bigint {
  return all.reduce((a, b) => (b < a ? b : a));
}

export function most(...all: readonly bigint[]): bigint {
  return all.reduce((a, b) => (b > a ? b : a));
}

export function sum(all: Iterable<bigint>): bigint {
  let total = 0n;
  for (const one of all) total += one;
  return total;
}

/** Largest remainder; ties go to the earlier place. */
export function share(total: bigint, weights: readonly bigint[]): bigint[] {
  const all = sum(weights);
  if (all === 0n) return weights.map(() => 0n);
  const parts = weights.map((weight) => down(total * weight, all));
  const remainders = weights.map((weight) => mod(total * weight, all));
  for (let missing = total - sum(parts); missing > 0n; missing -= 1n) {
    let best = 0;
    for (let i = 1; i < weights.length; i += 1)
      if (at(remainders, i) > at(remainders, best)) best = i;
    parts[best] = at(parts, best) + 1n;
    remainders[best] = -1n;
  }
  return parts;
}

/** Shares with bounds: places that are full hand the rest on. */
export function fit(total: bigint, weights: readonly bigint[], room: readonly bigint[]): bigint[] {
  const result = weights.map(() => 0n);
  let open = weights.map((_, i) => i).filter((i) => at(weights, i) > 0n);
  let left = least(total, sum(open.map((i) => at(room, i))));
  for (;;) {
    const parts = share(
      left,
      open.map((i) => at(weights, i)),
    );
    const over = open.filter((i, place) => at(parts, place) > at(room, i));
    if (over.length === 0) {
      open.forEach((i, place) => {
        result[i] = at(parts, place);
      });
      return result;
    }
    for (const i of over) {
      result[i] = at(room, i);
      left -= at(room, i);
    }
    open = open.filter((i) => !over.includes(i));
  }
}

/** What each of n units of a run is worth: odd kopecks first (1.3). */
export function spread(total: bigint, n: number): bigint[] {
  const units = BigInt(n);
  return Array.from({ length: n }, (_, k) => total / units + (BigInt(k) < total % units ? 1n : 0n));
}

/** The first m of n units of a run. */
export function head(total: bigint, m: number, n: number): bigint {
  return sum(spread(total, n).slice(0, m));
}

export function at<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new Error(`nothing at ${place}`);
  return found;
}

/** By UTF-16 code unit, never by locale. */
export function byCode(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

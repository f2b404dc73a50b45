import { randomOf } from '../../db/seed/random.ts';

/** Draws places 0 … count − 1. */
export type Pick = () => number;

/** Everybody as often as everybody else. */
export function uniform(count: number): Pick {
  const random = randomOf('bench-uniform');
  return () => random.int(count);
}

/** Zipf's law with s = 1: the second buyer half as often as the first, the third a third as often. */
export function zipf(count: number): Pick {
  const random = randomOf('bench-zipf');
  const sums: number[] = [];
  let total = 0;
  for (let rank = 1; rank <= count; rank += 1) {
    total += 1 / rank;
    sums.push(total);
  }
  return () => {
    const target = (random.int(2 ** 32) / 2 ** 32) * total;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Always the same one. */
export const single: Pick = () => 0;

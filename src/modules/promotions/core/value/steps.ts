import type { Step } from './value.ts';

/**
 * A scale ready to read: the value of the last row that begins at or below `x`; 0 below the first.
 * @param rows `from` ascending
 */
export function compileSteps(rows: readonly Step[]): (x: number) => number {
  const froms = rows.map((row) => row.from);
  const values = rows.map((row) => row.value);
  return (x) => {
    let [low, high] = [0, froms.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((froms[middle] ?? 0) <= x) low = middle + 1;
      else high = middle;
    }
    return values[low - 1] ?? 0;
  };
}

import type { Facts } from '#modules/promotions/core/index.ts';

/** What the lines cost before any discount, kopecks. */
export function grossOf(lines: Facts['lines']): number {
  let sum = 0;
  for (const { grossKopecks } of lines) sum += grossKopecks;
  return sum;
}

/** The middle of the values; of an even number, the mean of the middle two. Undefined of none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle];
  if (sorted.length % 2 === 1 || high === undefined) return high;
  return ((sorted[middle - 1] ?? high) + high) / 2;
}

/** Three significant digits: more would be noise. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** The median of rounds as it is quoted; null when a round has not measured it. */
export function figure(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  const middle = known.length < values.length ? undefined : median(known);
  return middle === undefined ? null : rounded(middle);
}

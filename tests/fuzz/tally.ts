/** Counts by status and code. */
export type StatusTable = {
  add(status: number, code: string): void;
  count(matches: (status: number) => boolean): number;
  lines(): readonly string[];
};

export function openStatusTable(): StatusTable {
  const counts = new Map<string, number>();
  return {
    add(status, code) {
      const key = `${status} ${code}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    count: (matches) =>
      [...counts]
        .filter(([key]) => matches(Number(key.slice(0, 3))))
        .reduce((sum, [, count]) => sum + count, 0),
    lines: () =>
      [...counts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, count]) => `${String(count).padStart(6)} × ${key}`),
  };
}

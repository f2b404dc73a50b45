import type { Summary } from './tally.ts';

/** What a run came to; `reasons` is empty when all is well. */
export type DemoResult = Summary & {
  readonly isOk: boolean;
  readonly reasons: readonly string[];
  readonly stores: number;
  readonly zones: number;
  readonly terminals: number;
  readonly accounts: number;
  readonly entries: number;
  readonly balanceDifferences: number;
};

/** The result for people, one line per thing. */
export function summaryLines(result: DemoResult): readonly string[] {
  const refusals = Object.entries(result.refusalsByCode).map(([code, n]) => `${code} ${n}`);
  const rows: readonly (readonly [string, string])[] = [
    ['Receipts', `${result.receipts} (${result.memberReceipts} with a card)`],
    ['Calculations', String(result.calculations)],
    [
      'Turnover',
      `${roubles(result.grossKopecks)}, paid in money ${roubles(result.payableKopecks)}`,
    ],
    ['Discounts', roubles(result.discountKopecks)],
    ['Points earned', String(result.earnedPoints)],
    ['Points spent', String(result.spentPoints)],
    ['Points taken back', `${result.takenBackPoints} (given back ${result.givenBackPoints})`],
    [
      'Returns, cancels',
      `${result.returns}, ${result.cancels}, refunds ${roubles(result.refundKopecks)}`,
    ],
    ['New members', String(result.registrations)],
    ['Re-sent', `${result.replays}, each answered as the first time`],
    ['Told to slow down', String(result.rateLimited)],
    ['Refusals', refusals.length === 0 ? 'none' : refusals.join(', ')],
    ['Unexpected', String(result.unexpectedRefusals)],
    [
      'Speed',
      `${result.receiptsPerSecond} receipts/s, ${result.requests} requests in ${result.durationMs} ms`,
    ],
    ['Answer time', `p50 ${result.p50Ms} ms, p99 ${result.p99Ms} ms`],
    ['Places', `${result.stores} stores, ${result.zones} time zones, ${result.terminals} tills`],
    [
      'Books',
      `${result.accounts} accounts, ${result.entries} entries, ${result.balanceDifferences} differences`,
    ],
  ];
  return [
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(18)} ${value}`),
    '',
    ...(result.isOk ? ['All books are right.'] : ['Something is wrong:', ...result.reasons]),
  ];
}

function roubles(kopecks: number): string {
  const whole = String(Math.floor(kopecks / 100)).replace(/\B(?=(\d{3})+$)/gu, ' ');
  return `${whole}.${String(kopecks % 100).padStart(2, '0')} ₽`;
}

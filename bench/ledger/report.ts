import { SIZES } from '../checkout/site.ts';
import { figure } from '../median.ts';

/** What one round measured; null where the tool is absent. Rates per second. */
export type Round = {
  readonly tpcb: number | null;
  /** What was asked of the desk: to send points to a member is one. */
  readonly asked: number;
  /** Entries that came of it: one movement between a member's account and another account each. */
  readonly transfers: number;
  readonly hot: number;
  readonly naiveHot: number;
  /** WAL of a transfer. */
  readonly walBytes: number;
};

/** The medians that are worth quoting; names are fixed, null = not measured. */
export function figuresOf(rounds: readonly Round[]) {
  const toTpcb = (of: (round: Round) => number) =>
    figure(rounds.map((round) => (round.tpcb === null ? null : of(round) / round.tpcb)));
  return {
    transfers_vs_tpcb: toTpcb((one) => one.transfers),
    hot_vs_naive: figure(rounds.map((one) => one.hot / one.naiveHot)),
    requests_vs_tpcb: toTpcb((one) => one.asked),
    wal_bytes_per_transfer: figure(rounds.map((one) => one.walBytes)),
  };
}

/** The report for a person. */
export function reportLines(
  rounds: readonly Round[],
  at: { readonly members: number; readonly seconds: number },
): readonly string[] {
  const row = (name: string, of: (round: Round) => number | null) => {
    const values = rounds.map(of);
    const shown = values.map((value) =>
      (value === null ? '–' : String(Math.round(value))).padStart(7),
    );
    return `  ${name.padEnd(52)} ${shown.join(' ')}   ${figure(values) ?? 'not measured'}`;
  };
  const numbers = rounds.map((_, place) => `#${place + 1}`.padStart(7)).join(' ');
  return [
    `Ledger: transfers through the desk, ${at.members} members, ${at.seconds} s a measurement, 256 in flight`,
    '  mix: 50 % earn, 40 % spend, 10 % member to member, members uniform. A transfer is one double-entry',
    '    movement between a member and another account: member to member is one request, two transfers (out',
    '    of one account into transit, out of transit into the other) and three operations',
    '  on:  fsync, synchronous_commit, full_page_writes, idempotency, lots, double entry, hash chain, jobs',
    '  off: HTTP (the desk is called in process)',
    `  one PostgreSQL for all sides, shared_buffers ${SIZES.sharedBuffersMb} MB; rounds interleaved; every`,
    '    account is held against its entries and lots at the end',
    '',
    `  ${'per second, by round'.padEnd(52)} ${numbers}   median`,
    row('TPC-B: pgbench -M prepared -c 32 -j 1', (one) => one.tpcb),
    row('requests', (one) => one.asked),
    row('transfers: movements of those requests', (one) => one.transfers),
    row('transfers on a single account, half earn half spend', (one) => one.hot),
    row('the same naive: lots, no chain, 32 connections', (one) => one.naiveHot),
    row('WAL bytes a transfer', (one) => one.walBytes),
    '',
    '  Rates swing with the machine; only the ratios, taken inside a round, are worth quoting:',
    ...Object.entries(figuresOf(rounds)).map(([name, value]) => `  ${name.padEnd(26)} ${value}`),
  ];
}

import { figure } from '../median.ts';
import { SIZES } from './site.ts';

/** What one round measured; null where the tool is absent. Rates per second. */
export type Round = {
  readonly tpcb: number | null;
  readonly inProcess: number;
  readonly zipf: number;
  readonly hot: number;
  readonly naiveHot: number;
  readonly http: number | null;
  readonly p99At300: number;
  readonly walBytes: number;
  readonly diskBytes: number;
};

/** The medians that are worth quoting; names are fixed, null = not measured. */
export function figuresOf(rounds: readonly Round[]) {
  const ratio = (over: (round: Round) => number | null, under: (round: Round) => number | null) =>
    figure(
      rounds.map((round) => {
        const [top, bottom] = [over(round), under(round)];
        return top === null || bottom === null ? null : top / bottom;
      }),
    );
  return {
    inprocess_vs_tpcb: ratio(
      (one) => one.inProcess,
      (one) => one.tpcb,
    ),
    http_vs_tpcb: ratio(
      (one) => one.http,
      (one) => one.tpcb,
    ),
    // The till API has no request of forty receipts yet.
    http40_vs_tpcb: null,
    hot_vs_naive: ratio(
      (one) => one.hot,
      (one) => one.naiveHot,
    ),
    zipf_vs_uniform: ratio(
      (one) => one.zipf,
      (one) => one.inProcess,
    ),
    p99_ms_at_300: figure(rounds.map((one) => one.p99At300)),
    wal_bytes_per_receipt: figure(rounds.map((one) => one.walBytes)),
    disk_bytes_per_receipt: figure(rounds.map((one) => one.diskBytes)),
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
    const middle = figure(values);
    return `  ${name.padEnd(44)} ${shown.join(' ')}   ${middle === null ? 'not measured' : middle}`;
  };
  return [
    `Checkout: one signed confirm of 8 lines, ${at.members} members, ${at.seconds} s a measurement`,
    '  on:  fsync, synchronous_commit, full_page_writes, HMAC, promotions, ledger with hash chain, outbox',
    '  off: TLS, rate limits (RATE_LIMITS=off), the log of requests',
    `  one PostgreSQL for all sides, shared_buffers ${SIZES.sharedBuffersMb} MB; rounds interleaved`,
    '',
    `  ${'per second, by round'.padEnd(44)} ${rounds.map((_, place) => `#${place + 1}`.padStart(7)).join(' ')}   median`,
    row('TPC-B: pgbench -M prepared -c 32 -j 1', (one) => one.tpcb),
    row('in process, members uniform, 256 in flight', (one) => one.inProcess),
    row('in process, members by Zipf s = 1', (one) => one.zipf),
    row('in process, a single member', (one) => one.hot),
    row('naive, 9 round trips, a single member, 32 conns', (one) => one.naiveHot),
    row('HTTP, wrk with 64 connections', (one) => one.http),
    row('p99, ms, at 300 a second over HTTP', (one) => one.p99At300),
    row('WAL bytes a receipt', (one) => one.walBytes),
    row('disk bytes a receipt', (one) => one.diskBytes),
    '',
    '  Rates swing with the machine; only the ratios, taken inside a round, are worth quoting:',
    ...Object.entries(figuresOf(rounds)).map(([name, value]) => `  ${name.padEnd(26)} ${value}`),
  ];
}

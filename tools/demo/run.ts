import { parseArgs } from 'node:util';
import { openDatabase } from '#platform/db/index.ts';
import { messageOf } from '#platform/problem.ts';
import { terminalKey } from '#platform/terminal-keys.ts';
import { instant } from '#shared/time.ts';
import { seedMembers } from '../../db/seed/people.ts';
import { STORES, terminalCodes } from '../../db/seed/stores.ts';
import { type BooksReport, checkBooks } from './check-books.ts';
import { lastFullDay, planDay } from './day.ts';
import { playActs } from './play.ts';
import { type Output, openProgress } from './progress.ts';
import { type DemoResult, summaryLines } from './report.ts';
import { type DemoServer, startDemoServer } from './server.ts';
import { openTally, summaryOf, type Tally } from './tally.ts';
import { openTill } from './till.ts';

export type DemoOptions = {
  /** Visits to the tills, ≥ 1. */
  readonly receipts: number;
  readonly seed: string;
  readonly isJson: boolean;
  readonly databaseUrl?: string | undefined;
  readonly out: Output;
  /** Aborted by Ctrl-C: the play ends early and everything is cleaned up. */
  readonly signal: AbortSignal;
};

const MEMBERS = 200;
const NEWCOMERS = 12;
const INTERRUPTED = 130;

/**
 * Plays a day of receipts through a fresh server and looks whether the books are right.
 * @returns the exit code: 0 all is well, 1 something is wrong (and said), 130 interrupted
 */
export async function runDemo(options: DemoOptions): Promise<number> {
  const { out, signal } = options;
  out.write('Starting a server on a fresh temporary database …\n');
  const server = await startDemoServer({ databaseUrl: options.databaseUrl, signal }).catch(
    (error: unknown) => {
      if (signal.aborted) return null;
      throw error;
    },
  );
  if (server === null) return INTERRUPTED;
  try {
    if (signal.aborted) return INTERRUPTED;
    const result = await playDay(server, options);
    if (signal.aborted) return INTERRUPTED;
    for (const line of summaryLines(result)) out.write(`${line}\n`);
    if (options.isJson) out.write(`${JSON.stringify(result)}\n`);
    return result.isOk ? 0 : 1;
  } catch (error) {
    if (signal.aborted) return INTERRUPTED;
    throw new Error(`${messageOf(error)}\n${server.lastWords()}`, { cause: error });
  } finally {
    await server.close();
  }
}

async function playDay(server: DemoServer, options: DemoOptions): Promise<DemoResult> {
  const { out, signal, seed, receipts } = options;
  const date = lastFullDay(instant(Date.now()));
  const members = seedMembers(MEMBERS);
  const acts = planDay({ seed, date, receipts, members, newcomers: seedMembers(NEWCOMERS, '1') });
  const tills = openTills(server);
  const tally = openTally();
  out.write(`Playing ${date}: ${receipts} visits, ${STORES.length} stores, ${tills.size} tills\n`);
  const db = openDatabase({ url: server.databaseUrl, applicationName: 'kopilka-demo', max: 4 });
  const progress = openProgress(acts.length, out, () => performance.now());
  const started = performance.now();
  let done = 0;
  const onAct = (): void => {
    done += 1;
    progress.at(done, `${tally.receipts} receipts, ${tally.earnedPoints} points earned`);
  };
  try {
    const before = await checkBooks(db);
    const play = { tally, tillByCode: tills, confirmedByVisit: new Map(), onAct };
    await playActs(acts, play, () => signal.aborted);
    const durationMs = performance.now() - started;
    progress.end();
    const books = await checkBooks(db);
    const stored = books.receipts - before.receipts;
    return resultOf(tally, durationMs, { books, stored });
  } finally {
    for (const till of tills.values()) till.close();
    await db.close();
  }
}

function openTills({ address, secrets }: DemoServer) {
  const codes = STORES.flatMap(terminalCodes);
  return new Map(
    codes.map((terminalCode) => {
      const key = terminalKey(secrets, terminalCode, 1);
      return [terminalCode, openTill({ address, terminalCode, key, keyVersion: 1 })];
    }),
  );
}

function resultOf(
  tally: Tally,
  durationMs: number,
  { books, stored }: { readonly books: BooksReport; readonly stored: number },
): DemoResult {
  const summary = summaryOf(tally, durationMs);
  const reasons = books.checks
    .filter((check) => check.broken > 0)
    .map((check) => `${check.broken} × not true: ${check.name}`);
  if (stored !== summary.receipts) {
    reasons.push(`${summary.receipts} receipts acknowledged, ${stored} stored`);
  }
  if (summary.unexpectedRefusals > 0) {
    reasons.push(`${summary.unexpectedRefusals} unexpected refusals`, ...tally.examples);
  }
  return {
    isOk: reasons.length === 0,
    reasons,
    ...summary,
    stores: STORES.length,
    zones: new Set(STORES.map((store) => store.zone)).size,
    terminals: STORES.reduce((sum, store) => sum + store.terminals, 0),
    accounts: books.accounts,
    entries: books.entries,
    balanceDifferences: books.balanceDifferences,
  };
}

function readOptions(signal: AbortSignal): DemoOptions {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      receipts: { type: 'string', default: '2500' },
      seed: { type: 'string', default: 'kopilka' },
    },
  });
  const receipts = Number(values.receipts);
  if (!Number.isSafeInteger(receipts) || receipts < 1) {
    throw new Error(`--receipts must be a whole number from 1 up, not ${values.receipts}`);
  }
  const databaseUrl = process.env['DATABASE_URL'] || undefined;
  const { json: isJson, seed } = values;
  return { receipts, seed, isJson, databaseUrl, out: process.stdout, signal };
}

async function main(): Promise<number> {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort());
  try {
    return await runDemo(readOptions(stop.signal));
  } catch (error) {
    process.stderr.write(`kopilka demo: ${messageOf(error)}\n`);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await main();

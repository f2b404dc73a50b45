import { openDatabase, rawSql, type Session } from '#platform/db/index.ts';
import { checkAcknowledged, checkRefused } from './checkers/acknowledged.ts';
import { checkBalances } from './checkers/balances.ts';
import { checkChain } from './checkers/chain.ts';
import { checkConserved } from './checkers/conserved.ts';
import type { Checker, Evidence } from './checkers/finding.ts';
import { checkOnce } from './checkers/once.ts';
import { checkOutbox } from './checkers/outbox.ts';
import type { History } from './history.ts';

const CHECKERS: readonly Checker[] = [
  checkAcknowledged,
  checkRefused,
  checkOnce,
  checkConserved,
  checkBalances,
  checkChain,
  checkOutbox,
];

/**
 * Looks at one snapshot of the database with every checker, while the tills go on working.
 * @returns sentences about what is wrong
 */
export async function checkHouse(url: string, history: History): Promise<readonly string[]> {
  return inSnapshot(url, history, runCheckers);
}

/** All checkers over the same evidence. */
export async function runCheckers(evidence: Evidence): Promise<readonly string[]> {
  const found: string[] = [];
  for (const check of CHECKERS) found.push(...(await check(evidence)));
  return found;
}

/** Opens the evidence: what was settled before the snapshot must be in it. Everything is rolled back. */
export async function inSnapshot<T>(
  url: string,
  history: History,
  work: (evidence: Evidence) => Promise<T>,
): Promise<T> {
  const acknowledged = history.settled('ok');
  const refused = history.settled('fail');
  const db = openDatabase({ url, applicationName: 'kopilka-checkers', max: 1 });
  try {
    return await rolledBack(db, (snapshot) => work({ snapshot, acknowledged, refused }));
  } finally {
    await db.close();
  }
}

class RolledBack<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('rolled back on purpose');
    this.result = result;
  }
}

async function rolledBack<T>(
  db: ReturnType<typeof openDatabase>,
  work: (tx: Session) => Promise<T>,
): Promise<T> {
  try {
    return await db.transaction(async (tx): Promise<T> => {
      await tx.run(rawSql('set transaction isolation level repeatable read'));
      throw new RolledBack(await work(tx));
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result;
    throw error;
  }
}

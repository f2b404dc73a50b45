import { type Evidence, type LedgerCall, okOf, toldAccounts, transitIdOf } from './record.ts';

/** H2: what was acknowledged is stored, once, and says what the client was told. */
export function lostAnswers({ calls, operations }: Evidence): readonly string[] {
  const storedById = Map.groupBy(operations, (row) => row.id);
  return calls.flatMap((call) => {
    const [told] = okOf(call);
    if (told === undefined || isIdleJob(call)) return [];
    const stored = storedById.get(call.operationId) ?? [];
    if (stored.length === 0) return [`${nameOf(call)} was acknowledged and is lost`];
    if (stored.length > 1) return [`${nameOf(call)} is stored ${stored.length} times`];
    const isSame = stored[0]?.answer === told.answer;
    return isSame ? [] : [`${nameOf(call)} is stored with another answer`];
  });
}

/** H3: what was refused, every time it was sent, has left nothing behind. */
export function phantoms({ calls, operations, entries }: Evidence): readonly string[] {
  const stored = new Set(operations.map((row) => row.id));
  const moved = new Set(entries.map((entry) => entry.operationId));
  return calls
    .filter((call) => call.attempts.every((attempt) => attempt.outcome === 'fail'))
    .filter((call) => stored.has(call.operationId) || moved.has(call.operationId))
    .map((call) => `${nameOf(call)} was refused and has left something behind`);
}

/** H4: an operation is there as a whole or not at all: no entries without it, none twice. */
export function halves({ calls, operations, entries }: Evidence): readonly string[] {
  const stored = new Set(operations.map((row) => row.id));
  const known = new Set(calls.map((call) => call.operationId));
  const orphans = [...new Set(entries.map((entry) => entry.operationId))]
    .filter((id) => !stored.has(id))
    .map((id) => `entries of ${id} stand there without the operation`);
  const strangers = operations
    .filter((row) => !known.has(row.id) && !isLeg(row.kind))
    .map((row) => `${row.kind} ${row.id} is stored and nobody asked for it`);
  const groups = Map.groupBy(
    entries,
    (entry) => `${entry.kind} of ${entry.operationId} in ${entry.memberId} ${entry.currencyCode}`,
  );
  const doubled = [...groups]
    .filter(([, group]) => group.length > (TWICE.has(group[0]?.kind ?? '') ? 2 : 1))
    .map(([what, group]) => `${what} is there ${group.length} times`);
  return [...orphans, ...strangers, ...doubled];
}

/** What one operation may write twice: before and after its own, or for old lots and a new one. */
const TWICE: ReadonlySet<string> = new Set(['repayment', 'expiry', 'redemption-reversal']);

/** H6: everybody who asked for one operation was told the same, byte for byte. */
export function unequalAnswers({ calls }: Evidence): readonly string[] {
  return calls
    .filter((call) => new Set(okOf(call).map((attempt) => attempt.answer)).size > 1)
    .map((call) => `${nameOf(call)} was answered in two ways`);
}

/** Nothing is left open: every sending has an answer. */
export function openCalls({ calls }: Evidence): readonly string[] {
  return calls
    .filter((call) => call.attempts.at(-1)?.outcome === 'unknown')
    .map((call) => `${nameOf(call)} has never been answered`);
}

/** Nothing is left on its way: what was sent has been taken in and settled, or has come back. */
export function strandedTransits({ operations }: Evidence): readonly string[] {
  const ends = new Set(
    operations
      .filter((row) => row.kind === 'settle' || row.kind === 'transfer-back')
      .map((row) => transitIdOf(row.answer)),
  );
  return operations
    .filter((row) => /^(transfer|merge|unmerge)-out$/.test(row.kind) && !ends.has(row.id))
    .map((row) => `${row.kind} ${row.id} is still under way`);
}

/** A job that found nothing to do leaves no trace: what is left to do is in the books themselves. */
function isIdleJob(call: LedgerCall): boolean {
  const isJob = ['expire', 'lapse', 'repay'].includes(call.kind);
  return isJob && okOf(call).every((one) => toldAccounts(one.answer).length === 0);
}

/** Operations that a desk sends by itself after the one that was asked of it. */
function isLeg(kind: string): boolean {
  return /-(in|back)$/.test(kind) || kind === 'settle';
}

function nameOf(call: LedgerCall): string {
  return `${call.kind} ${call.operationId}`;
}

import {
  accountKey,
  doneAt,
  type Evidence,
  invokedAt,
  okOf,
  type StoredEntry,
  toldAccounts,
} from './record.ts';

/** A version of an account that an operation made, and when it was asked for and known. */
type Version = {
  readonly name: string;
  readonly seq: number;
  readonly invokedAt: number;
  readonly doneAt: number;
};

/** H1 (a): entries of an account are numbered 1 … n, and an answer names the last one of its operation. */
export function unevenSequences({ calls, entries }: Evidence): readonly string[] {
  const byAccount = Map.groupBy(entries, accountKey);
  const gaps = [...byAccount].flatMap(([account, own]) =>
    [...own]
      .sort((a, b) => a.seq - b.seq)
      .filter((entry, place) => entry.seq !== place + 1)
      .slice(0, 1)
      .map((entry) => `account ${account}: entry ${entry.seq} is out of its place`),
  );
  const lastSeq = lastSeqs(entries);
  const untrue = calls.flatMap((call) => {
    const [told] = okOf(call);
    if (told === undefined) return [];
    return toldAccounts(told.answer)
      .filter((account) => {
        const key = accountKey({ ...account, memberId: call.memberId });
        return lastSeq.get(`${key} ${call.operationId}`) !== account.seq;
      })
      .map(
        (account) => `${call.kind} ${call.operationId} was told ${account.seq}, which it is not`,
      );
  });
  return [...gaps, ...untrue];
}

/** H1 (c): what was known before another was asked for stands before it. One sort, one running maximum. */
export function turnedOrders(evidence: Evidence): readonly string[] {
  return [...versionsOf(evidence)].flatMap(([account, versions]) => {
    const inOrder = [...versions].sort((a, b) => a.seq - b.seq);
    let latest: Version | undefined;
    const findings: string[] = [];
    for (const version of inOrder) {
      if (latest !== undefined && version.doneAt < latest.invokedAt) {
        findings.push(
          `account ${account}: ${latest.name} stands before ${version.name}, known earlier`,
        );
      }
      if (latest === undefined || version.invokedAt > latest.invokedAt) latest = version;
    }
    return findings;
  });
}

/** H1 (d): a reader sees everything that was known before it looked, and nothing not yet asked for. */
export function oddReads(evidence: Evidence): readonly string[] {
  const versions = versionsOf(evidence);
  return evidence.reads.flatMap((read) => {
    const all = versions.get(accountKey(read)) ?? [];
    const known = all.filter((one) => one.doneAt < read.invokedAt).map((one) => one.seq);
    const asked = all.filter((one) => one.invokedAt < read.returnedAt).map((one) => one.seq);
    const least = Math.max(0, ...known);
    const most = Math.max(0, ...asked);
    if (read.seq >= least && read.seq <= most) return [];
    return [`account ${accountKey(read)}: read at ${read.seq}, must be from ${least} to ${most}`];
  });
}

/** Reads show a balance that the account has had at that very number. */
export function untrueReads({ reads, entries }: Evidence): readonly string[] {
  const balances = new Map(
    entries.map((entry) => [
      `${accountKey(entry)} ${entry.seq}`,
      entry.balanceAfter - entry.debtAfter,
    ]),
  );
  return reads
    .filter((read) => {
      const real = read.seq === 0 ? 0 : balances.get(`${accountKey(read)} ${read.seq}`);
      return real !== read.balancePoints;
    })
    .map(
      (read) =>
        `account ${accountKey(read)}: a balance was read that entry ${read.seq} did not leave`,
    );
}

/** Versions by account, of what the clients asked for and of the legs that followed it. */
function versionsOf({ calls, entries }: Evidence): ReadonlyMap<string, readonly Version[]> {
  const times = new Map(
    calls.map((call) => [call.operationId, { invokedAt: invokedAt(call), doneAt: doneAt(call) }]),
  );
  // A leg that a desk made by itself: asked for at an unknown moment, and nobody was told.
  const unknown = { invokedAt: Number.NEGATIVE_INFINITY, doneAt: Number.POSITIVE_INFINITY };
  const last = lastSeqs(entries);
  const finals = entries.filter((entry) => last.get(operationKey(entry)) === entry.seq);
  return Map.groupBy(
    finals.map((entry) => ({
      account: accountKey(entry),
      name: `${entry.kind} of ${entry.operationId}`,
      seq: entry.seq,
      ...(times.get(entry.operationId) ?? unknown),
    })),
    (version) => version.account,
  );
}

function lastSeqs(entries: readonly StoredEntry[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const entry of entries) {
    const key = operationKey(entry);
    last.set(key, Math.max(last.get(key) ?? 0, entry.seq));
  }
  return last;
}

function operationKey(entry: StoredEntry): string {
  return `${accountKey(entry)} ${entry.operationId}`;
}

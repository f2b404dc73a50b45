import { accountKey, type Evidence, okOf, type StoredEntry, toldAccounts } from './record.ts';

/** A fault that a ledger might have, put into a sound history; and the rule that must see it. */
export type Corruption = {
  readonly rule: string;
  readonly corrupt: (sound: Evidence) => Evidence;
};

const done = (evidence: Evidence, kind: string) => {
  const call = evidence.calls.find((one) => one.kind === kind && okOf(one).length > 0);
  if (call === undefined) throw new Error(`no ${kind} in the history`);
  return call;
};

/** The last operation that moved an account of its own member only. */
const lastDone = (evidence: Evidence) => {
  const lasts = new Map(evidence.entries.map((entry) => [accountKey(entry), entry.operationId]));
  const call = evidence.calls.findLast((one) => {
    const told = toldAccounts(okOf(one)[0]?.answer ?? null);
    return (
      told.length === 1 &&
      told.every(
        (at) => lasts.get(accountKey({ ...at, memberId: one.memberId })) === one.operationId,
      )
    );
  });
  if (call === undefined) throw new Error('no operation is the last of its account');
  return call;
};

const without = (evidence: Evidence, id: string): Evidence => ({
  ...evidence,
  entries: evidence.entries.filter((entry) => entry.operationId !== id),
  operations: evidence.operations.filter((row) => row.id !== id),
});

/** The answer of an operation with something else in it, everywhere it was told. */
function retold(evidence: Evidence, id: string, change: (answer: string) => string): Evidence {
  return {
    ...evidence,
    calls: evidence.calls.map((call) =>
      call.operationId === id
        ? {
            ...call,
            attempts: call.attempts.map((one) => ({
              ...one,
              answer: one.answer === null ? null : change(one.answer),
            })),
          }
        : call,
    ),
    operations: evidence.operations.map((row) =>
      row.id === id ? { ...row, answer: change(row.answer) } : row,
    ),
  };
}

/** Two neighbours of an account, each of one entry, in each other's place. */
function swapped(
  evidence: Evidence,
  isFit: (first: StoredEntry, second: StoredEntry) => boolean,
): Evidence {
  const byAccount = Map.groupBy(evidence.entries, accountKey);
  for (const entries of byAccount.values()) {
    for (const [place, first] of entries.entries()) {
      const second = entries[place + 1];
      if (second === undefined || first.operationId === second.operationId) continue;
      if (!isFit(first, second)) continue;
      return {
        ...evidence,
        entries: evidence.entries.map((entry) => {
          if (entry === first) return { ...first, seq: second.seq };
          return entry === second ? { ...second, seq: first.seq } : entry;
        }),
      };
    }
  }
  throw new Error('no two neighbours of this kind');
}

const ofOneEntry = (evidence: Evidence, entry: StoredEntry) =>
  evidence.entries.filter((one) => one.operationId === entry.operationId).length === 1;

/** Faults by what they would be called; test names end "the checkers see …". */
export const CORRUPTIONS: Readonly<Record<string, Corruption>> = {
  'an acknowledged operation that is gone': {
    rule: 'H2',
    corrupt: (sound) => without(sound, lastDone(sound).operationId),
  },
  'an answer stored otherwise than it was told': {
    rule: 'H2',
    corrupt: (sound) => ({
      ...sound,
      operations: sound.operations.map((row, place) =>
        place === 0 ? { ...row, answer: `${row.answer} ` } : row,
      ),
    }),
  },
  'two answers to one operation': {
    rule: 'H6',
    corrupt: (sound) => {
      const { operationId } = done(sound, 'earn');
      return {
        ...sound,
        calls: sound.calls.map((call) => {
          const [first, ...others] = call.attempts;
          if (call.operationId !== operationId || first === undefined) return call;
          const changed = others.map((one) => ({ ...one, answer: `${one.answer} ` }));
          return { ...call, attempts: [first, ...changed] };
        }),
      };
    },
  },
  'a refused operation that is there all the same': {
    rule: 'H3',
    corrupt: (sound) => {
      const refused = sound.calls.find((call) => okOf(call).length === 0);
      const id = refused?.operationId ?? '';
      const row = { id, kind: refused?.kind ?? '', answer: '{}', recordedAt: 0 };
      return { ...sound, operations: [...sound.operations, row] };
    },
  },
  'a refusal for want of points that were there': {
    rule: 'H3',
    corrupt: (sound) => ({
      ...sound,
      calls: sound.calls.map((call) =>
        call.kind === 'spend' && okOf(call).length === 0
          ? { ...call, params: { ...Object(call.params), points: 1 } }
          : call,
      ),
    }),
  },
  'an operation that was done twice': {
    rule: 'H4',
    corrupt: (sound) => {
      const { operationId } = lastDone(sound);
      const own = sound.entries.filter((entry) => entry.operationId === operationId);
      const again = own.map((entry) => ({ ...entry, seq: entry.seq + own.length }));
      return { ...sound, entries: [...sound.entries, ...again] };
    },
  },
  'entries without their operation': {
    rule: 'H4',
    corrupt: (sound) => {
      const { operationId } = done(sound, 'exchange');
      const operations = sound.operations.filter((row) => row.id !== operationId);
      return { ...sound, operations };
    },
  },
  'a transfer that never arrives': {
    rule: 'H4',
    corrupt: (sound) => {
      const settled = sound.operations.findLast((row) => row.kind === 'settle');
      return without(sound, settled?.id ?? '');
    },
  },
  'a call that nobody has answered': {
    rule: 'H4',
    corrupt: (sound) => ({
      ...sound,
      calls: sound.calls.map((call, place) =>
        place === 0
          ? {
              ...call,
              attempts: call.attempts.map((one) => ({ ...one, outcome: 'unknown' as const })),
            }
          : call,
      ),
    }),
  },
  'a number that is missing': {
    rule: 'H1 numbers',
    corrupt: (sound) => ({
      ...sound,
      entries: sound.entries.filter(
        (entry) => entry.operationId !== done(sound, 'earn').operationId,
      ),
    }),
  },
  'a number that is there twice': {
    rule: 'H1 numbers',
    corrupt: (sound) => ({
      ...sound,
      entries: sound.entries.map((entry) => (entry.seq === 2 ? { ...entry, seq: 1 } : entry)),
    }),
  },
  'an operation numbered before one that was known earlier': {
    rule: 'H1 real time',
    corrupt: (sound) =>
      swapped(sound, (first, second) => ofOneEntry(sound, first) && ofOneEntry(sound, second)),
  },
  'a reader who sees less than was known': {
    rule: 'H1 reads',
    corrupt: (sound) => ({
      ...sound,
      reads: sound.reads.map((read) => ({ ...read, seq: Math.max(0, read.seq - 1) })),
    }),
  },
  'a reader who sees what nobody has asked for yet': {
    rule: 'H1 reads',
    corrupt: (sound) => ({
      ...sound,
      reads: sound.reads.map((read) => ({ ...read, seq: read.seq + 1 })),
    }),
  },
  'a reader who sees a balance that never was': {
    rule: 'H1 reads',
    corrupt: (sound) => ({
      ...sound,
      reads: sound.reads.map((read) => ({ ...read, balancePoints: read.balancePoints + 1 })),
    }),
  },
  'a balance that forgets the operation before': {
    rule: 'H1',
    corrupt: (sound) => {
      const { operationId } = lastDone(sound);
      return retold(sound, operationId, (answer) =>
        answer.replace(
          /"balancePoints":(-?\d+)/,
          (_, points) => `"balancePoints":${Number(points) - 1}`,
        ),
      );
    },
  },
  'points given back that were not spent': {
    rule: 'H1',
    corrupt: (sound) => {
      const { operationId } = done(sound, 'give-back');
      return {
        ...sound,
        calls: sound.calls.map((call) =>
          call.operationId === operationId
            ? { ...call, params: { ...Object(call.params), points: 10 ** 6 } }
            : call,
        ),
      };
    },
  },
  'two operations that each stand before the other': {
    rule: 'H5',
    corrupt: (sound) => {
      const exchanges = new Set(
        sound.calls.filter((call) => call.kind === 'exchange').map((call) => call.operationId),
      );
      return crossed(sound, exchanges);
    },
  },
};

/** Two operations over the same two accounts, in one order here and in the other there. */
function crossed(sound: Evidence, ids: ReadonlySet<string>): Evidence {
  const byMember = Map.groupBy(
    sound.entries.filter((entry) => ids.has(entry.operationId)),
    (entry) => entry.memberId,
  );
  for (const entries of byMember.values()) {
    const [first, second] = [...new Set(entries.map((entry) => entry.operationId))];
    if (first === undefined || second === undefined) continue;
    const currencyCode = entries[0]?.currencyCode;
    const exchange = new Map([
      [first, second],
      [second, first],
    ]);
    return {
      ...sound,
      entries: sound.entries.map((entry) => {
        const other = exchange.get(entry.operationId);
        const isHere = entry.currencyCode === currencyCode && other !== undefined;
        return isHere ? { ...entry, operationId: other } : entry;
      }),
    };
  }
  throw new Error('no member has exchanged twice');
}

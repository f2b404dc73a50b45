import {
  accountKey,
  doneAt,
  type Evidence,
  invokedAt,
  type LedgerCall,
  okOf,
  toldAccounts,
} from './record.ts';
import type { Replayed } from './replay.ts';

/**
 * A refusal for want of points must have been true at some moment between question and answer: the account
 * had a version then from which so much could not be drawn.
 */
export function untrueRefusals(evidence: Evidence, { means }: Replayed): readonly string[] {
  return evidence.calls.flatMap((call) => {
    const asked = wanted(call);
    if (asked === null || okOf(call).length > 0) return [];
    return call.attempts
      .filter((attempt) => attempt.refusedAs === 'insufficient-points')
      .filter((attempt) => {
        const versions = versionsBetween(evidence, { ...asked, memberId: call.memberId }, attempt);
        return versions.every((seq) => {
          const had = means.get(`${accountKey({ ...asked, memberId: call.memberId })} ${seq}`);
          const most =
            (had?.spendable ?? 0) + (call.kind === 'spend' ? (had?.room ?? asked.room) : 0);
          return most >= asked.points;
        });
      })
      .map(
        () => `H3: ${call.kind} ${call.operationId} was refused for want of points that were there`,
      );
  });
}

type Wanted = { readonly currencyCode: string; readonly points: number; readonly room: number };

function wanted({ kind, params }: LedgerCall): Wanted | null {
  if (kind !== 'spend' && kind !== 'hold') return null;
  // Clients made them of this shape.
  const { currencyCode, points } = params as { currencyCode: string; points: number };
  return { currencyCode, points, room: currencyCode === 'lent' ? 20 : 0 };
}

/** Numbers that the account may have had while the attempt was under way. */
function versionsBetween(
  { calls, entries }: Evidence,
  { memberId, currencyCode }: { readonly memberId: number; readonly currencyCode: string },
  attempt: { readonly invokedAt: number; readonly returnedAt: number },
): readonly number[] {
  const key = accountKey({ memberId, currencyCode });
  const own = entries.filter((entry) => accountKey(entry) === key);
  const callById = new Map(calls.map((call) => [call.operationId, call]));
  const known = calls
    .filter((call) => call.memberId === memberId && doneAt(call) < attempt.invokedAt)
    .flatMap((call) => toldAccounts(okOf(call)[0]?.answer ?? null))
    .filter((account) => account.currencyCode === currencyCode)
    .map((account) => account.seq);
  const asked = own
    .filter((entry) => {
      const call = callById.get(entry.operationId);
      return call === undefined || invokedAt(call) < attempt.returnedAt;
    })
    .map((entry) => entry.seq);
  const [least, most] = [Math.max(0, ...known), Math.max(0, ...asked)];
  return Array.from({ length: most - least + 1 }, (_, place) => least + place);
}

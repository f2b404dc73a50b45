import type { RunDetails } from 'fast-check';
import type { Programme, Step } from './steps.ts';
import type { Ask } from './twin/asks.ts';

/** A failed property in words: the seed, the programme, the operations that are left after shrinking. */
export async function explain(
  details: RunDetails<[Programme, readonly (Step | null)[]]>,
  repeat: (
    programme: Programme,
    steps: readonly (Step | null)[],
    onAsk: (ask: Ask) => void,
  ) => Promise<unknown>,
): Promise<string> {
  const [programme, steps] = details.counterexample ?? [];
  if (programme === undefined || steps === undefined) return 'no counterexample';
  const asks: Ask[] = [];
  const failure = await repeat(programme, steps, (ask) => asks.push(ask)).then(
    () => `it did not fail again; the first time it was ${String(details.errorInstance)}`,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return [
    `MODEL_SEED=${details.seed}, path ${details.counterexamplePath}, after ${details.numRuns} runs`,
    `programme ${JSON.stringify(programme)}`,
    ...asks.map(lineOf),
    failure,
  ].join('\n');
}

function lineOf(ask: Ask, place: number): string {
  const { kind, params, operationId, memberId, now, occurredAt, ...rest } = ask;
  const { receiptId, partnerCode, zone } = rest;
  const when = `${new Date(now).toISOString()} (occurred ${new Date(occurredAt).toISOString()})`;
  const what = `${kind} ${JSON.stringify(params)}`;
  return `${place + 1}. ${what} on ${memberId}\n   ${when}, ${zone}, ${partnerCode}, receipt ${receiptId}, id ${operationId}`;
}

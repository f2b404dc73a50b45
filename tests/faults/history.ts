import { appendFileSync } from 'node:fs';

/** What a till knows about a call: done, refused, or no answer that says which. */
export type CallOutcome = 'ok' | 'fail' | 'unknown';

export type CallKind = 'confirm' | 'return' | 'cancel' | 'register';

/** One operation of a till, written down before its first byte is sent. */
export type Call = {
  readonly opId: string;
  readonly kind: CallKind;
  readonly terminalCode: string;
  readonly path: string;
  /** The body, the same bytes at every try. */
  readonly body: string;
  readonly invokedAt: number;
  /** `unknown` until an answer says otherwise; a definite outcome never changes. */
  outcome: CallOutcome;
  /** The body of every definite answer, in order. */
  readonly answers: string[];
  /** Answers that left it open (5xx): status and body. */
  readonly unsure: string[];
  /** Code of the refusal, when there was one. */
  refusedAs: string | null;
  tries: number;
};

/** Everything that was asked of the server, in order of asking, by one monotonic clock. */
export type History = {
  readonly calls: readonly Call[];
  /** Writes a call down; its outcome is unknown. */
  invoke(call: Pick<Call, 'opId' | 'kind' | 'terminalCode' | 'path' | 'body'>): Call;
  /** Calls with a definite outcome at this moment: what a check that begins now may rely on. */
  settled(outcome: 'ok' | 'fail'): readonly Call[];
  /** The whole history as one JSON line per call, for whoever looks into a failure. */
  dump(file: string): void;
};

export function openHistory(): History {
  const calls: Call[] = [];
  return {
    calls,
    invoke(asked) {
      const call: Call = {
        ...asked,
        invokedAt: performance.now(),
        outcome: 'unknown',
        answers: [],
        unsure: [],
        refusedAs: null,
        tries: 0,
      };
      calls.push(call);
      return call;
    },
    settled: (outcome) => calls.filter((call) => call.outcome === outcome),
    dump: (file) => {
      for (const call of calls) appendFileSync(file, `${JSON.stringify(call)}\n`);
    },
  };
}

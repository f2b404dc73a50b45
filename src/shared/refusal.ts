import type { Text } from './text.ts';

/** One row of a module's table of refusals. */
export type RefusalRow = {
  /** HTTP status that the code travels with. */
  readonly status: number;
  /** What happened, for people. */
  readonly text: Text;
  /** What the caller should do now. */
  readonly remedy: Text;
};

/** The business says no. Thrown by stories, never by `core/`; carries a stable code. */
export class Refusal extends Error {
  readonly code: string;
  readonly row: RefusalRow;
  readonly path: string | null;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    row: RefusalRow,
    more: { path?: string; details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(`${code}: ${row.text.en}`);
    this.name = 'Refusal';
    this.code = code;
    this.row = row;
    this.path = more.path ?? null;
    this.details = more.details ?? {};
  }
}

/**
 * Makes the thrower for a module's table of refusals, so that a code outside the table does not compile.
 * @example const refuse = refusals({ 'no-such-card': { status: 404, text, remedy } });
 *          throw refuse('no-such-card', { path: '/member/card' });
 */
export function refusals<Code extends string>(table: Readonly<Record<Code, RefusalRow>>) {
  return (
    code: Code,
    more: { path?: string; details?: Readonly<Record<string, unknown>> } = {},
  ): Refusal => new Refusal(code, table[code], more);
}

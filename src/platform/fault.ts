/** The outside failed, or there is too much of it: the caller tries again with the same operation id. */
export class Fault extends Error {
  readonly code: 'outcome-unknown' | 'overloaded';

  constructor(code: 'outcome-unknown' | 'overloaded', message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'Fault';
    this.code = code;
  }
}

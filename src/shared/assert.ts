/**
 * Stops on a broken invariant: a bug, never a business refusal.
 * @throws Error with `message` when `condition` is false
 */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) broken(message);
}

/** Stops on a broken invariant. For hot paths, where building the message costs more than the check. */
export function broken(message: string): never {
  throw new Error(`invariant broken: ${message}`);
}

/** Proves at compile time that a union is exhausted; throws if it is reached all the same. */
export function unreachable(value: never): never {
  broken(`unexpected value ${JSON.stringify(value)}`);
}

/**
 * Gives the value that must be there by construction.
 * @throws Error naming `what` when the value is null or undefined
 */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) broken(`no ${what}`);
  return value;
}

import type { Settled } from '#platform/lane.ts';

/** What became of one item of a batch. */
export type Outcome<T> = Settled<T>;

/** A stored answer and whether an earlier try had made it. */
export type Answered = { readonly answer: string; readonly isReplay: boolean };

export const ok = <T>(value: T): Outcome<T> => ({ isOk: true, value });
export const failed = (error: Error): Outcome<never> => ({ isOk: false, error });

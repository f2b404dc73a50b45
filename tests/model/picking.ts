import { present } from '#shared/assert.ts';
import { uuidv7 } from '#shared/ids.ts';
import { CURRENCIES, START, type Step } from './steps.ts';
import type { TwinHold, TwinLot } from './twin/asks.ts';
import { spendableNow, type Twin } from './twin/twin.ts';

/** A run under way: what the steps are resolved against. */
export type Stage = {
  readonly twin: Twin;
  readonly memberIds: readonly number[];
  readonly codes: readonly string[];
  now: number;
  asked: number;
  /** Transits whose points the receiver has. */
  readonly arrived: Set<string>;
  /** Transits that the receiver never takes. */
  readonly rejected: Set<string>;
};

export function openStage(
  twin: Twin,
  memberIds: readonly number[],
  codes: readonly string[] = CURRENCIES,
): Stage {
  return { twin, memberIds, codes, now: START, asked: 0, arrived: new Set(), rejected: new Set() };
}

/** An open hold, now and then any. */
export function aHold({ twin, now }: Stage, step: Step): TwinHold | undefined {
  const open = twin.holds().filter((held) => held.state === 'open');
  const alive = open.filter((held) => held.lapsesAt > now);
  if (step.part === 7) return at(twin.holds(), step.nth);
  return at(alive.length > 0 && step.nth > 1 ? alive : open, step.nth);
}

/** The currency that the step names. */
export function currency(stage: Stage, step: Step): string {
  return one(stage.codes, step.currency);
}

/** A currency in which the member can spend, if there is one; now and then any. */
export function filled(stage: Stage, step: Step, memberId: number): string {
  const { twin, codes, now } = stage;
  const able = codes.filter(
    (currencyCode) => spendableNow(twin, { memberId, currencyCode, now }) > 0,
  );
  if (step.nth === 0) return currency(stage, step);
  return at(able, step.toCurrency) ?? currency(stage, step);
}

/** Points: a share of what can be spent, or any number. */
export function some(stage: Stage, step: Step, memberId: number): number {
  if (step.nth === 0) return step.points;
  const { now } = stage;
  const has = spendableNow(stage.twin, {
    memberId,
    currencyCode: filled(stage, step, memberId),
    now,
  });
  return share(has, step.part);
}

/** A share of the whole in percent, 101 = one more than all. */
export function share(whole: number, percent: number): number {
  const part = percent === 101 ? whole + 1 : Math.floor((whole * percent) / 100);
  return Math.min(10 ** 12, Math.max(1, part));
}

/** The right member, and now and then another. */
export function mostly(stage: Stage, step: Step, memberId: number): number {
  return step.part === 7 && step.flag ? one(stage.memberIds, step.member + step.other) : memberId;
}

/** The member's lots in a currency. */
export function lotsIn(
  { twin }: Stage,
  memberId: number,
  currencyCode: string,
): readonly TwinLot[] {
  return twin.member(memberId).lots.filter((lot) => lot.currencyCode === currencyCode);
}

/** The nth, counted around; undefined only where there is nothing. */
export function at<T>(list: readonly T[], nth: number): T | undefined {
  return list[nth % Math.max(1, list.length)];
}

/** The nth of what is never empty. */
export function one<T>(list: readonly T[], nth: number): T {
  return present(at(list, nth), 'something to pick');
}

/** One of the member's receipts. */
export function receiptOf(memberId: number, nth: number): string {
  const bytes = Uint8Array.from(
    { length: 10 },
    (_, place) => (memberId * 31 + nth * (place + 7)) & 0xff,
  );
  return uuidv7(START, bytes);
}

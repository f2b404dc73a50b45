import { uuidv7 } from '#shared/ids.ts';
import { MAKERS, type Made } from './makers.ts';
import { one, receiptOf, type Stage } from './picking.ts';
import { PARTNERS, START, type Step, ZONES } from './steps.ts';
import type { Ask, Circumstances, Kind } from './twin/asks.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const YEARS_MAX = 3_000 * DAY;

/** The operation that a step means here and now; null = there is nothing to do it with. */
export function resolve(stage: Stage, step: Step): Ask | null {
  stage.now = later(stage, step);
  const memberId = one(stage.memberIds, step.member);
  const [kind, params] = firstPossible(stage, step, memberId);
  if (params === null) return null;
  stage.asked += 1;
  const { memberId: actor = memberId, ...rest } = params;
  const receiptId = step.receipt === 0 ? null : receiptOf(actor, step.receipt);
  const circumstances: Circumstances = {
    operationId: idOf(stage, stage.asked),
    memberId: actor,
    now: stage.now,
    occurredAt: stage.now - step.lateMs,
    receiptId,
    partnerCode: one(PARTNERS, step.partner),
    zone: one(ZONES, step.zone),
  };
  // The maker of a kind makes its parameters.
  return { ...circumstances, kind, params: rest.params } as Ask;
}

/** What must have happened for a kind to make sense: where it has not, it happens instead. */
const FOUNDATIONS: Partial<Readonly<Record<Kind, Kind>>> = {
  capture: 'hold',
  release: 'hold',
  lapse: 'hold',
  'give-back': 'spend',
  extend: 'earn',
  activate: 'earn',
  'transfer-in': 'transfer-out',
  'transfer-back': 'transfer-out',
  settle: 'transfer-in',
  reject: 'transfer-out',
  'merge-in': 'merge-out',
  'unmerge-out': 'merge-in',
  'unmerge-in': 'unmerge-out',
};

function firstPossible(stage: Stage, step: Step, memberId: number): readonly [Kind, Made<Kind>] {
  let kind: Kind | undefined = step.kind;
  while (kind !== undefined) {
    const made: Made<Kind> = MAKERS[kind](stage, step, memberId);
    if (made !== null) return [kind, made];
    kind = FOUNDATIONS[kind];
  }
  return [step.kind, null];
}

/** Bookkeeping after an operation that went well. */
export function noteArrival(stage: Stage, ask: Ask): void {
  if ('transit' in ask.params) stage.arrived.add(ask.params.transit.id);
}

function later(stage: Stage, { pace }: Step): number {
  if (pace.by === 'nothing') return stage.now;
  if (pace.by === 'ms') return stage.now + pace.ms;
  const { twin, now } = stage;
  const lots = stage.memberIds.flatMap((id) => twin.member(id).lots);
  const moments = [
    ...lots.map((lot) => lot.activeFrom),
    ...lots.flatMap((lot) => (lot.expiresAt === null ? [] : [lot.expiresAt])),
    ...twin.holds().map((held) => held.lapsesAt),
  ].filter((moment) => moment > now && moment < START + YEARS_MAX);
  // Midnight in Moscow comes always.
  moments.push((Math.floor((now + 3 * HOUR) / DAY) + 1) * DAY - 3 * HOUR);
  const ahead = [...new Set(moments)].sort((a, b) => a - b).slice(0, 6);
  return Math.max(now, one(ahead, pace.nth) + pace.offMs);
}

function idOf({ now, memberIds }: Stage, count: number): string {
  // Runs have members of their own: their operations do not meet.
  const bytes = Uint8Array.from({ length: 10 }, (_, place) =>
    Math.floor(one(memberIds, 0) / 2 ** (14 + 5 * place)),
  );
  bytes[8] = count >> 8;
  bytes[9] = count & 0xff;
  return uuidv7(now, bytes);
}

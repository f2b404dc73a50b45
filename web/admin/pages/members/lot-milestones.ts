import type { LotTimeline, Movement } from '#modules/ledger/admin-contract.ts';

/** A point in the life of a lot that no entry stands for. */
export type Milestone = {
  readonly kind: 'wokeUp' | 'willWake' | 'waits' | 'willBurn' | 'dueBurn';
  /** null: nobody knows. */
  readonly at: string | null;
  readonly isAhead: boolean;
  readonly awaits: string | null;
  readonly movement: null;
};

/** A movement or a milestone. */
export type Step =
  | Milestone
  | {
      readonly kind: 'moved';
      readonly at: string;
      readonly isAhead: false;
      readonly movement: Movement;
    };

/**
 * Movements of a lot with the moments at which it woke, will wake and will burn, in the order of time.
 * Waking is told where it did not come with the points themselves.
 * @param now RFC 3339
 */
export function milestonesOf({ lot, movements }: LotTimeline, now: string): readonly Step[] {
  const moved = movements.map(
    (movement): Step => ({ kind: 'moved', at: movement.postedAt, isAhead: false, movement }),
  );
  const time = (text: string | null) =>
    text === null ? Number.POSITIVE_INFINITY : Date.parse(text);
  const isOpen = lot.remainingPoints > 0;
  const milestone = (kind: Milestone['kind'], at: string | null): Milestone => ({
    kind,
    at,
    isAhead: time(at) > time(now),
    awaits: lot.awaits,
    movement: null,
  });
  const steps: Step[] = [...moved];
  const opened = time(movements[0]?.postedAt ?? lot.earnedAt);
  const isConfirmed = movements.some((movement) => movement.kind === 'activation');
  if (lot.awaits !== null) steps.push(milestone('waits', null));
  else if (time(lot.activeFrom) > time(now)) steps.push(milestone('willWake', lot.activeFrom));
  else if (time(lot.activeFrom) > opened && !isConfirmed) {
    steps.push(milestone('wokeUp', lot.activeFrom));
  }
  if (isOpen && lot.expiresAt !== null) {
    steps.push(milestone(lot.state === 'expired' ? 'dueBurn' : 'willBurn', lot.expiresAt));
  }
  return steps.sort((a, b) => time(a.at) - time(b.at));
}

import { readRule, slide } from '#shared/lifetime.ts';
import { type AccountState, clockOf } from './account.ts';
import { isBurnt, type Lot } from './lot.ts';
import type { Cause, Posted } from './move.ts';
import { postRedating } from './post-lifetime.ts';

/**
 * Moves the dates of lots with a sliding rule after an activity of the member: they are counted anew from
 * `occurredAt`, and only ever become later. Burnt and empty lots stay as they are; null entry when all do.
 * @param cause `zone`: where days and months are counted
 */
export function slideLots(before: AccountState, cause: Cause & { readonly zone: string }): Posted {
  const clock = clockOf(before.account, cause.postedAt);
  const moved = before.lots.flatMap((lot): Lot[] => {
    if (lot.lifetime === null || lot.expiresAt === null) return [];
    if (lot.remaining === 0 || isBurnt(lot, clock)) return [];
    const expiresAt = slide(readRule(lot.lifetime), cause.occurredAt, cause.zone);
    return expiresAt !== null && expiresAt > lot.expiresAt ? [{ ...lot, expiresAt }] : [];
  });
  if (moved.length === 0) return { ...before, entry: null };
  return postRedating(before, moved, { kind: 'extension', cause });
}

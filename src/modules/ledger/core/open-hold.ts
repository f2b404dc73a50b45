import type { Instant } from '#shared/time.ts';
import type { Book } from './book.ts';
import type { Hold } from './hold.ts';
import { type Decided, no } from './operation.ts';

type Refused = Decided & { readonly isGood: false };

/**
 * The hold, if it may still be used. At its end it is closed for everybody but the job that sets it free,
 * so that the answer does not depend on how fast the job is.
 */
export function openHold(book: Book, holdId: string, now: Instant): Hold | Refused {
  const hold = book.holds.get(holdId);
  if (hold === undefined) return no('unknown-hold', { path: '/holdId' });
  if (hold.state === 'open' && !isHoldOver(hold, now)) return hold;
  const state = hold.state === 'open' ? 'lapsed' : hold.state;
  return no('hold-closed', { path: '/holdId', details: { state } });
}

/** Tells the hold from the refusal. */
export function isOpenHold(hold: Hold | Refused): hold is Hold {
  return 'lapsesAt' in hold;
}

/** Whether the hold's time is over. */
export function isHoldOver(hold: Pick<Hold, 'lapsesAt'>, now: Instant): boolean {
  return hold.lapsesAt <= now;
}

import type { MemberFinder } from '#modules/members/index.ts';
import type { Terminal } from '#modules/partners/core/index.ts';
import type { MemberId } from '#shared/ids.ts';
import { type Instant, parseInstant } from '#shared/time.ts';
import type { Identification } from './contract.ts';
import { refuse } from './refusals.ts';

/** An authenticated request of a till. */
export type TillCall<Request> = {
  readonly opId: string;
  readonly terminal: Terminal;
  readonly requestHash: Buffer;
  readonly request: Request;
};

/** Whose account a purchase goes to. */
export type Owner = { readonly owner: MemberId; readonly isAnonymous: boolean };

/**
 * The member that the till named, or the terminal's pseudo-member for a purchase without a card.
 * @throws Refusal of the members module when the named one is unknown
 */
export async function ownerOf(
  members: MemberFinder,
  terminal: Terminal,
  identification: Identification | undefined,
): Promise<Owner> {
  if (identification?.card === undefined && identification?.phone === undefined) {
    return { owner: terminal.pseudoMemberId, isAnonymous: true };
  }
  return { owner: await members.find(identification, '/member'), isAnonymous: false };
}

/** No till has a business time outside these: 1 January 2000 and 2100. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const DAY_MS = 86_400_000;
const PAST_MAX_MS = 30 * DAY_MS;
const FUTURE_MAX_MS = 5 * 60_000;

/** Whether a moment lies in now − 30 days … now + 5 minutes, both included. */
export function isTimely(moment: number, now: Instant): boolean {
  return moment >= now - PAST_MAX_MS && moment <= now + FUTURE_MAX_MS;
}

/**
 * The till's business time.
 * @throws Refusal occurred-at-invalid when there is no such moment, or it is not timely
 */
export function timelyInstant(text: string, now: Instant): Instant {
  const moment = realInstant(text);
  if (!isTimely(moment, now)) throw refuse('occurred-at-invalid', { path: '/occurredAt' });
  return moment;
}

/**
 * A business time of any age, for calculations.
 * @throws Refusal occurred-at-invalid when there is no such moment
 */
export function realInstant(text: string): Instant {
  const moment = parseInstant(text);
  if (moment === undefined || moment < EARLIEST || moment > LATEST)
    throw refuse('occurred-at-invalid', { path: '/occurredAt' });
  return moment;
}

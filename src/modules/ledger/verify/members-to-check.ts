import type { Session } from '#platform/db/index.ts';
import { BUCKETS } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import {
  type MemberKey,
  type MemberScope,
  readBoundary,
  readMovedMembers,
} from '../sql/verify-rows.ts';

/** Whose accounts are checked, some at a time, in order of bucket and member; null = that was all. */
export type MembersToCheck = (session: Session) => Promise<MemberScope | null>;

const ACCOUNTS_AT_ONCE = 1_000;
const START: MemberKey = { bucket: '-1', member_id: '0' };
const END: MemberKey = { bucket: String(BUCKETS), member_id: '0' };

/** Everybody, those without an account of their own included: the scopes leave no gap. */
export function everyMember(): MembersToCheck {
  let after: MemberKey | undefined = START;
  return async (session) => {
    if (after === undefined) return null;
    const [boundary] = await session.run(readBoundary(after, ACCOUNTS_AT_ONCE));
    const scope = { after, upTo: boundary ?? END };
    after = boundary;
    return scope;
  };
}

const BUCKETS_AT_ONCE = 1_024;

/** Those to whom something was posted at or after `since`. */
export function movedMembers(since: Instant): MembersToCheck {
  let bucket = 0;
  let waiting: readonly MemberKey[] = [];
  return async (session) => {
    while (waiting.length === 0 && bucket < BUCKETS) {
      const to = bucket + BUCKETS_AT_ONCE;
      waiting = await session.run(readMovedMembers(formatInstant(since), { from: bucket, to }));
      bucket = to;
    }
    if (waiting.length === 0) return null;
    const members = waiting.slice(0, ACCOUNTS_AT_ONCE);
    waiting = waiting.slice(ACCOUNTS_AT_ONCE);
    return { members };
  };
}

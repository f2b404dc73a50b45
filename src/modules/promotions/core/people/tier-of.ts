import { type MemberFacts, ownFact } from '../facts.ts';

/** The group of tiers that a member's `tierCode` belongs to. */
export const MAIN_TIERS = 'main';

/** The member's tier in a group; undefined = none. */
export function tierOf(member: MemberFacts, tierGroup: string): string | undefined {
  return tierGroup === MAIN_TIERS ? member.tierCode : ownFact(member.tiers, tierGroup);
}

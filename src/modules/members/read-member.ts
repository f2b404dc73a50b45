import type { Database } from '#platform/db/index.ts';
import type { Secrets } from '#platform/secrets.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { refusals } from '#shared/refusal.ts';
import { formatInstant } from '#shared/time.ts';
import type { MemberDetail } from './admin-contract.ts';
import { memberWireId, parseMemberWireId } from './core/index.ts';
import { maskedCard } from './core/mask.ts';
import { maskProfile } from './read-profile.ts';
import { memberFacts } from './sql/member-facts.ts';
import { readCards } from './sql/read-cards.ts';
import { readProfiles } from './sql/read-profiles.ts';

const refuse = refusals({
  /** The golden id is not anybody's. */
  'no-such-member': {
    status: 404,
    text: { ru: 'Такого участника нет.', en: 'There is no such member.' },
    remedy: { ru: 'Найдите его по телефону или карте.', en: 'Look for the phone or the card.' },
  },
});

export type ReadMemberDeps = {
  readonly db: Database;
  readonly secrets: Secrets;
};

/** A golden id from the wire. @throws Refusal no-such-member */
export function memberIdOf(wireId: string): MemberId {
  const id = parseMemberWireId(wireId);
  if (id === undefined) throw refuse('no-such-member', { path: '/memberId' });
  return id;
}

/** The member that a golden id from the wire names. @throws Refusal no-such-member */
export async function knownMember(db: Database, wireId: string): Promise<MemberId> {
  const id = memberIdOf(wireId);
  const [row] = await db.run(memberFacts([bucketOf(id)], [id]));
  if (row === undefined) throw refuse('no-such-member', { path: '/memberId' });
  return id;
}

/** A member's page, personal data masked. @throws Refusal no-such-member */
export async function readMember(deps: ReadMemberDeps, id: MemberId): Promise<MemberDetail> {
  const [[row], cards] = await deps.db.pipeline([readProfiles([id]), readCards(id)]);
  if (row === undefined) throw refuse('no-such-member', { path: '/memberId' });
  return {
    memberId: memberWireId(id),
    ...maskProfile(deps.secrets, row),
    birthYear: row.birth_date === null ? null : Number(row.birth_date.slice(0, 4)),
    tierCode: row.tier_code,
    tags: [...row.tags],
    registeredOn: row.registered_on,
    registeredAt: formatInstant(row.registered_at),
    cards: cards.map((card) => ({
      number: maskedCard(card.number),
      issuedAt: formatInstant(card.issued_at),
    })),
  };
}

/** The number of the member's first card, for the till emulator. @throws Refusal no-such-member */
export async function readCardNumber(db: Database, wireId: string): Promise<string> {
  const [card] = await db.run(readCards(memberIdOf(wireId)));
  if (card === undefined) throw refuse('no-such-member', { path: '/memberId' });
  return card.number;
}

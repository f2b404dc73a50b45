import type { Database } from '#platform/db/index.ts';
import { gather } from '#platform/gather.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { MemberId } from '#shared/ids.ts';
import { identifierOf } from './identifiers.ts';
import { checkedCard, normalisePhone } from './normalise.ts';
import { refuse } from './refusals.ts';
import { findIdentifiers } from './sql/find-identifiers.ts';
import type { NewIdentifier } from './sql/write-member.ts';

/** How a buyer is named by a till: a card or a phone. */
export type Identification = {
  readonly card?: string | undefined;
  readonly phone?: string | undefined;
};

/** Finds members; who a card belongs to is remembered, since cards and phones do not change owners here. */
export type MemberFinder = {
  /**
   * @param path JSON pointer of the identification in the request
   * @throws Refusal unknown-card, unknown-phone, card-check-digit, phone-invalid, identification-ambiguous
   */
  find(identification: Identification, path: string): Promise<MemberId>;
};

const REMEMBERED_MAX = 500_000;
const BATCH_MAX = 256;

export function openMemberFinder(deps: { db: Database; secrets: Secrets }): MemberFinder {
  const remembered = new Map<string, MemberId>();
  const ownerOf = gather((asked: readonly NewIdentifier[]) => owners(deps.db, asked), BATCH_MAX);
  return {
    async find({ card, phone }, path) {
      if ((card === undefined) === (phone === undefined)) {
        throw refuse('identification-ambiguous', { path });
      }
      const kind = card === undefined ? 'phone' : 'card';
      const given = card ?? phone ?? '';
      const known = remembered.get(kind + given);
      if (known !== undefined) return known;
      const normalised =
        kind === 'card'
          ? checkedCard(given, `${path}/card`)
          : normalisePhone(given, `${path}/phone`);
      const owner = await ownerOf(identifierOf(deps.secrets, kind, normalised));
      if (owner === undefined) {
        throw kind === 'card'
          ? refuse('unknown-card', { path: `${path}/card` })
          : refuse('unknown-phone', { path: `${path}/phone` });
      }
      if (remembered.size >= REMEMBERED_MAX) remembered.clear();
      remembered.set(kind + given, owner);
      return owner;
    },
  };
}

async function owners(
  db: Database,
  asked: readonly NewIdentifier[],
): Promise<(MemberId | undefined)[]> {
  const rows = await db.run(findIdentifiers(asked));
  const ownerByHash = new Map(rows.map((row) => [row.ident_hash.toString('hex'), row.member_id]));
  return asked.map(({ hash }) => ownerByHash.get(hash.toString('hex')));
}

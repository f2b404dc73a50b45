import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Database } from '#platform/db/index.ts';
import { decodeCursor, encodeCursor } from '#platform/http/cursor.ts';
import type { Secrets } from '#platform/secrets.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { MemberList, MemberListQuery, MemberRow } from './admin-contract.ts';
import { hasRightCheckDigit, memberWireId, parseMemberWireId } from './core/index.ts';
import { identifierOf } from './identifiers.ts';
import { maskProfile } from './read-profile.ts';
import { findIdentifiers } from './sql/find-identifiers.ts';
import { type ProfileRow, readProfiles, readProfilesAfter } from './sql/read-profiles.ts';

const PAGE = 50;

type Deps = { readonly db: Database; readonly secrets: Secrets };

/** A page of all members, in the order of their ids. @throws Refusal bad-cursor */
export async function listMembers(deps: Deps, query: MemberListQuery): Promise<MemberList> {
  const { limit = PAGE } = query;
  const [bucket = '-1', memberId = '0'] = decodeCursor(query.cursor, ['integer', 'integer']) ?? [];
  const rows = await deps.db.run(readProfilesAfter(Number(bucket), Number(memberId), limit + 1));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    members: page.map((row) => toMemberRow(deps.secrets, row)),
    nextCursor: hasMore ? encodeCursor([bucketOf(last.member_id), last.member_id]) : null,
  };
}

/** Members that `text` names exactly: a phone, a card number or a golden id. At most two. */
export async function findMembers(deps: Deps, text: string): Promise<readonly MemberRow[]> {
  const ids = await idsNamedBy(deps, text.trim());
  if (ids.length === 0) return [];
  const rows = await deps.db.run(readProfiles(ids));
  return rows.map((row) => toMemberRow(deps.secrets, row));
}

async function idsNamedBy(deps: Deps, text: string): Promise<readonly MemberId[]> {
  if (text.startsWith('mbr_')) {
    const id = parseMemberWireId(text);
    return id === undefined ? [] : [id];
  }
  const named = readings(text).map(([kind, value]) => identifierOf(deps.secrets, kind, value));
  const rows = await deps.db.run(findIdentifiers(named));
  return [...new Set(rows.map((row) => row.member_id))];
}

/** The same digits may be a card and a phone: both are looked up. */
function readings(text: string): readonly (readonly ['card' | 'phone', string])[] {
  const digits = text.replace(/[ -]/g, '');
  const isCard = /^[0-9]{8,19}$/.test(digits) && hasRightCheckDigit(digits);
  const phone = parsePhoneNumberFromString(text, 'RU');
  return [
    ...(isCard ? [['card', digits] as const] : []),
    ...(phone?.isValid() === true ? [['phone', phone.number] as const] : []),
  ];
}

function toMemberRow(secrets: Secrets, row: ProfileRow): MemberRow {
  return {
    memberId: memberWireId(row.member_id),
    ...maskProfile(secrets, row),
    tierCode: row.tier_code,
    registeredOn: row.registered_on,
  };
}

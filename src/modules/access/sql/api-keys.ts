import { type Statement, sql } from '#platform/db/index.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

export type ApiKeyRow = {
  readonly id: string;
  readonly title: string;
  readonly tail: string;
  readonly rights: readonly string[];
  readonly partner_code: string | null;
  readonly created_by_login: string;
  readonly created_at: Instant;
  readonly revoked_at: Instant | null;
};

export type NewApiKey = {
  readonly id: string;
  readonly title: string;
  readonly keyHash: Buffer;
  readonly tail: string;
  readonly rights: readonly string[];
  readonly partnerCode: string | null;
  readonly createdBy: string;
  readonly createdAt: Instant;
};

export function insertApiKey(key: NewApiKey): Statement {
  return sql`
    insert into access.api_key
      (id, title, key_hash, tail, rights, partner_code, created_by, created_at)
    values (${key.id}, ${key.title}, ${key.keyHash}, ${key.tail}, ${key.rights},
      ${key.partnerCode}, ${key.createdBy}, ${formatInstant(key.createdAt)})`;
}

/** The key in force with this hash. */
export function readApiKeyByHash(
  keyHash: Buffer,
): Statement<Pick<ApiKeyRow, 'id' | 'title' | 'rights' | 'partner_code'>> {
  return sql`
    select k.id, k.title, k.rights, k.partner_code
    from access.api_key k
    where k.key_hash = ${keyHash} and k.revoked_at is null`;
}

/** Keys, newest first: the ids begin with their time. */
export function readApiKeys(beforeId: string | null, limit: number): Statement<ApiKeyRow> {
  return sql<ApiKeyRow>`
    select k.id, k.title, k.tail, k.rights, k.partner_code, p.login as created_by_login,
      k.created_at, k.revoked_at
    from access.api_key k
    join access.person p on p.id = k.created_by
    where ${beforeId}::uuid is null or k.id < ${beforeId}
    order by k.id desc
    limit ${limit}`;
}

/** Revokes a key; a second time keeps the first moment. Gives no row when there is no such key. */
export function revokeApiKey(id: string, now: Instant): Statement<{ id: string }> {
  return sql<{ id: string }>`
    update access.api_key set revoked_at = coalesce(revoked_at, ${formatInstant(now)}::timestamptz)
    where id = ${id}
    returning id`;
}

import { decodeCursor, encodeCursor } from '#platform/http/cursor.ts';
import type { Principal } from '#platform/http/staff-routes.ts';
import { formatInstant } from '#shared/time.ts';
import { type AccessDeps, auditStatement, mintId } from './access-deps.ts';
import type {
  ApiKey,
  ApiKeyList,
  ApiKeyListQuery,
  CreateApiKeyAnswer,
  CreateApiKeyRequest,
} from './admin-contract.ts';
import { rightsNotForKey } from './core/rights.ts';
import { refuse } from './refusals.ts';
import { hashSecret, mintSecret } from './secret.ts';
import { type ApiKeyRow, insertApiKey, readApiKeys, revokeApiKey } from './sql/api-keys.ts';

const PAGE = 50;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Issues a key. The secret is in this answer and nowhere else.
 * @throws Refusal `rights-not-for-key`, `no-such-partner`
 */
export async function createApiKey(
  deps: AccessDeps & { readonly hasPartner: (code: string) => boolean },
  request: CreateApiKeyRequest,
  maker: Principal,
): Promise<CreateApiKeyAnswer> {
  const partnerCode = request.partnerCode ?? null;
  const unfit = rightsNotForKey(request.rights, partnerCode !== null);
  if (unfit.length > 0) {
    throw refuse('rights-not-for-key', { path: '/rights', details: { rights: unfit } });
  }
  if (partnerCode !== null && !deps.hasPartner(partnerCode)) {
    throw refuse('no-such-partner', { path: '/partnerCode' });
  }
  const now = deps.clock.now();
  const secret = `kpk_${mintSecret()}`;
  const id = mintId(now);
  const { title } = request;
  const rights = [...new Set(request.rights)].sort();
  const tail = secret.slice(-4);
  const row = { id, title, tail, rights, partnerCode, createdBy: maker.id, createdAt: now };
  const entry = { principal: maker, action: 'api-key.create', object: id, reason: null };
  await deps.db.transaction((tx) =>
    tx.pipeline([
      insertApiKey({ ...row, keyHash: hashSecret(secret) }),
      auditStatement(entry, now),
    ]),
  );
  const made = { title, tail, rights, partnerCode, createdAt: formatInstant(now), revokedAt: null };
  return { key: { keyId: id, createdBy: maker.login, ...made }, secret };
}

/** All keys, revoked ones too, newest first. @throws Refusal `bad-cursor` */
export async function listApiKeys(deps: AccessDeps, query: ApiKeyListQuery): Promise<ApiKeyList> {
  const { limit = PAGE } = query;
  const [beforeId = null] = decodeCursor(query.cursor, [ID]) ?? [];
  const rows = await deps.db.run(readApiKeys(beforeId, limit + 1));
  const keys = rows.slice(0, limit).map(toApiKey);
  const last = keys.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor([last.keyId]) : null;
  return { keys, nextCursor };
}

/** Revokes a key at once and for good. @throws Refusal `no-such-api-key` */
export async function dropApiKey(deps: AccessDeps, id: string, by: Principal): Promise<void> {
  const now = deps.clock.now();
  const entry = { principal: by, action: 'api-key.revoke', object: id, reason: null };
  await deps.db.transaction(async (tx) => {
    const [row] = await tx.run(revokeApiKey(id, now));
    if (row === undefined) throw refuse('no-such-api-key');
    await tx.run(auditStatement(entry, now));
  });
}

function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    keyId: row.id,
    title: row.title,
    tail: row.tail,
    rights: [...row.rights],
    partnerCode: row.partner_code,
    createdBy: row.created_by_login,
    createdAt: formatInstant(row.created_at),
    revokedAt: row.revoked_at === null ? null : formatInstant(row.revoked_at),
  };
}

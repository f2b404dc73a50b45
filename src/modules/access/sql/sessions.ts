import { type Statement, sql } from '#platform/db/index.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

export type SessionRow = {
  readonly token_hash: Buffer;
  readonly csrf: string;
  readonly seen_at: Instant;
  readonly expires_at: Instant;
  readonly revoked_at: Instant | null;
  readonly person_id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly locale: 'ru' | 'en';
  readonly is_blocked: boolean;
};

/** A session with its person as both are now, so that a role taken away is gone at once. */
export function readSession(tokenHash: Buffer): Statement<SessionRow> {
  return sql<SessionRow>`
    select s.token_hash, s.csrf, s.seen_at, s.expires_at, s.revoked_at,
      p.id as person_id, p.login, p.name, p.roles, p.locale, p.is_blocked
    from access.session s
    join access.person p on p.id = s.person_id
    where s.token_hash = ${tokenHash}`;
}

export type NewSession = {
  readonly tokenHash: Buffer;
  readonly personId: string;
  readonly csrf: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
};

export function insertSession(session: NewSession): Statement {
  const createdAt = formatInstant(session.createdAt);
  return sql`
    insert into access.session (token_hash, person_id, csrf, created_at, seen_at, expires_at)
    values (${session.tokenHash}, ${session.personId}, ${session.csrf},
      ${createdAt}, ${createdAt}, ${formatInstant(session.expiresAt)})`;
}

export function touchSession(tokenHash: Buffer, now: Instant): Statement {
  return sql`
    update access.session set seen_at = ${formatInstant(now)} where token_hash = ${tokenHash}`;
}

export function revokeSession(tokenHash: Buffer, now: Instant): Statement {
  return sql`
    update access.session set revoked_at = ${formatInstant(now)}
    where token_hash = ${tokenHash} and revoked_at is null`;
}

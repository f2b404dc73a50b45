import { randomBytes } from 'node:crypto';
import type { Clock } from '#platform/clock.ts';
import type { Database, Statement } from '#platform/db/index.ts';
import type { AuditEntry } from '#platform/http/staff-routes.ts';
import { uuidv7 } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import { insertAudit } from './sql/audit.ts';

/** What the stories of this module live on. */
export type AccessDeps = { readonly db: Database; readonly clock: Clock };

export function mintId(now: Instant): string {
  return uuidv7(now, randomBytes(10));
}

/** The statement that writes an audit row, to go into the transaction of the thing itself. */
export function auditStatement(entry: AuditEntry, now: Instant): Statement {
  return insertAudit(mintId(now), now, entry);
}

import { type Statement, sql } from '#platform/db/index.ts';
import type { AuditEntry } from '#platform/http/staff-routes.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

export function insertAudit(id: string, at: Instant, entry: AuditEntry): Statement {
  return sql`
    insert into access.audit (id, recorded_at, actor_id, actor_kind, action, object, reason)
    values (${id}, ${formatInstant(at)}, ${entry.principal.id}, ${entry.principal.kind},
      ${entry.action}, ${entry.object}, ${entry.reason})`;
}

import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { knownMember, readMaskedNames } from '#modules/members/index.ts';
import { type StaffDoor, type StaffRoute, staffRoute } from '#platform/http/staff-routes.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { MemberId } from '#shared/ids.ts';
import {
  MemberAccountParamsShape,
  type Statement,
  StatementFileQueryShape,
  StatementShape,
} from './admin-contract.ts';
import { readStatement, type StatementDeps } from './statement/read-statement.ts';
import { statementCsv } from './statement/statement-csv.ts';
import type { Titles } from './statement/statement-look.ts';
import { statementPdf } from './statement/statement-pdf.ts';

export type StatementRouteDeps = StatementDeps & {
  readonly secrets: Secrets;
  readonly staff: Pick<StaffDoor, 'audit'>;
  /** Names of partners and promotions; the ledger knows their codes only. */
  readonly titles: Titles;
};

/** The statement of a member's accounts: as data, as a table, on paper. */
export function statementRoutes(deps: StatementRouteDeps): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/members/:memberId/statement',
      right: 'members.read',
      summary: "A member's accounts over a period: JSON, CSV or PDF",
      params: MemberAccountParamsShape,
      query: StatementFileQueryShape,
      // The shape is that of JSON; the two kinds of files write themselves.
      answer: Type.Unsafe<unknown>(StatementShape),
      story: async ({ params: { memberId }, query, principal, reply }) => {
        const { format = 'json', language = 'ru', ...period } = query;
        const id = await knownMember(deps.db, memberId);
        const reason = `${format} ${period.from} ${period.to}`;
        const action = 'member.read-statement';
        await deps.staff.audit({ principal, action, object: memberId, reason });
        const statement = await readStatement(deps, id, period);
        if (format === 'json') return statement;
        return sendFile(deps, { statement, id, format, language, reply });
      },
    }),
  ];
}

type File = {
  readonly statement: Statement;
  readonly id: MemberId;
  readonly format: 'csv' | 'pdf';
  readonly language: 'ru' | 'en';
  readonly reply: FastifyReply;
};

async function sendFile(
  deps: StatementRouteDeps,
  { statement, id, format, language, reply }: File,
): Promise<FastifyReply> {
  const { titles } = deps;
  const { memberId, from, to } = statement;
  const name = `statement-${memberId}-${from}-${to}.${format}`;
  reply.header('content-disposition', `attachment; filename="${name}"`);
  if (format === 'csv') {
    return reply
      .type('text/csv; charset=utf-8')
      .send(statementCsv(statement, { language, titles }));
  }
  const holder = (await readMaskedNames(deps, [id])).get(id);
  const look = { language, titles, madeAt: deps.clock.now(), ...(holder && { holder }) };
  return reply.type('application/pdf').send(await statementPdf(statement, look));
}

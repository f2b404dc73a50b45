import type { InjectOptions } from 'fastify';
import { readCardNumber } from '#modules/members/index.ts';
import type { Directory } from '#modules/partners/core/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/index.ts';
import type { Principal, StaffDoor } from '#platform/http/staff-routes.ts';
import type { RandomBytes } from '#platform/random.ts';
import type { Secrets } from '#platform/secrets.ts';
import { signTerminalRequest, terminalKey } from '#platform/terminal-keys.ts';
import { uuidv7 } from '#shared/ids.ts';
import { refusals } from '#shared/refusal.ts';
import type { TillAction, TillAnswer, TillRequest } from './admin-contract.ts';

const refuse = refusals({
  /** The emulator was asked to play a terminal that the directory does not have. */
  'no-such-terminal': {
    status: 422,
    text: { ru: 'Такой кассы нет.', en: 'There is no such terminal.' },
    remedy: { ru: 'Выберите кассу из справочника.', en: 'Choose a terminal of the directory.' },
  },
});

export type TillDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly secrets: Secrets;
  readonly staff: StaffDoor;
  readonly directory: { readonly current: () => Directory };
  /** Sends a request through the server itself, without a network. */
  readonly inject: (request: InjectOptions) => Promise<{
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, unknown>>;
    readonly body: string;
  }>;
};

const PATH: Readonly<Record<TillAction, string>> = {
  calculate: '/pos/v1/receipts/calculate',
  confirm: '/pos/v1/receipts/confirm',
  cancel: '/pos/v1/receipts/cancel',
  return: '/pos/v1/receipts/return',
  balance: '/pos/v1/members/balance',
  register: '/pos/v1/members/register',
};
/** These change nothing; the others are written down before they are sent. */
const LOOKING: ReadonlySet<TillAction> = new Set(['calculate', 'balance']);

/**
 * Plays a till: signs the body as the terminal would and sends it to the real POS route. What that
 * route answers, refusals included, is the answer.
 * @throws Refusal no-such-terminal, no-such-member
 */
export async function readTillAnswer(
  deps: TillDeps,
  action: TillAction,
  asked: TillRequest & { readonly principal: Principal },
): Promise<TillAnswer> {
  const terminal = deps.directory.current().terminalByCode.get(asked.terminalCode);
  if (terminal === undefined) throw refuse('no-such-terminal', { path: '/terminalCode' });
  const now = deps.clock.now();
  const opId = asked.opId ?? uuidv7(now, deps.random(10));
  const payload = JSON.stringify(await bodyOf(deps, action, asked));
  if (!LOOKING.has(action)) {
    const { principal } = asked;
    const object = `${terminal.code} ${opId}`;
    await deps.staff.audit({ principal, action: `till.${action}`, object, reason: null });
  }
  const unsigned = {
    method: 'POST',
    path: PATH[action],
    body: payload,
    time: String(now),
    operationId: opId,
    count: String(now),
  };
  const key = terminalKey(deps.secrets, terminal.code, terminal.keyVersion);
  const answer = await deps.inject({
    method: 'POST',
    url: unsigned.path,
    payload,
    headers: {
      'content-type': 'application/json',
      'x-term': terminal.code,
      'x-key-ver': String(terminal.keyVersion),
      'x-time': unsigned.time,
      'x-op-id': opId,
      'x-cnt': unsigned.count,
      'x-sig': signTerminalRequest(key, unsigned),
    },
  });
  return {
    opId,
    status: answer.statusCode,
    headers: { replayed: answer.headers['x-replayed'] === 'true' },
    body: JSON.parse(answer.body),
  };
}

/** The body of the POS request, with the chosen member's card put in where that action wants it. */
async function bodyOf(
  deps: TillDeps,
  action: TillAction,
  { body, memberId }: TillRequest,
): Promise<TillRequest['body']> {
  if (memberId === undefined || action === 'register') return body;
  const card = await readCardNumber(deps.db, memberId);
  return action === 'balance' ? { ...body, card } : { ...body, member: { card } };
}

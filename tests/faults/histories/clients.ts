import { setTimeout as sleep } from 'node:timers/promises';
import type { LedgerDesk } from '#modules/ledger/index.ts';
import { readAccounts } from '#modules/ledger/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';
import { uuidv7 } from '#shared/ids.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Random } from '../../../db/seed/random.ts';
import { itemOf } from '../../model/desk-ledger.ts';
import type { Params } from '../../model/twin/asks.ts';
import { CODES } from './programme.ts';
import type { AccountRead, Attempt, LedgerCall } from './record.ts';

/** A server's ledger, as clients reach it. */
export type Server = { readonly desk: LedgerDesk; readonly db: Database };

/** Everything that one history writes down. */
export type Notebook = {
  readonly calls: LedgerCall[];
  readonly reads: AccountRead[];
  /** Holds and spends that later operations refer to. */
  readonly holds: { readonly memberId: MemberId; readonly holdId: string }[];
  readonly spends: {
    readonly memberId: MemberId;
    readonly currencyCode: string;
    readonly operationId: string;
  }[];
};

export type Traffic = {
  readonly servers: readonly Server[];
  /** Hot ones first. */
  readonly members: readonly MemberId[];
  readonly hot: number;
  readonly notebook: Notebook;
  /** The longest pause between two questions. */
  readonly pauseMs?: number;
  /** Nobody looks at accounts in between. */
  readonly isBlind?: boolean;
  /** Hears of a call before its first byte is sent. */
  readonly onCall?: (call: LedgerCall) => void;
  /** How a call is sent where not simply once; `server` is one of `servers`. */
  readonly send?: (call: LedgerCall, server: Server) => Promise<void>;
};

const ZONE = 'Europe/Moscow';
const COPIES_MAX = 4;
const PAUSE_MS = 6;

/** One client: asks for `count` things, one after another; every second of them several times at once. */
export async function client(traffic: Traffic, random: Random, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    const member = memberOf(traffic, random);
    const asked = askFor(traffic, random, member);
    if (traffic.isBlind !== true && random.chance(25)) await look(traffic, random, member);
    await ask(traffic, random, { ...asked, member: asked.memberId ?? member });
    if (random.chance(40)) await sleep(random.int(traffic.pauseMs ?? PAUSE_MS));
  }
}

/** Half of everything happens on the hot accounts. */
function memberOf({ members, hot }: Traffic, random: Random): MemberId {
  return random.pick(random.chance(50) ? members.slice(0, hot) : members);
}

/** What a client asks for; `memberId` when it must be another one than planned. */
export type Asked = { readonly memberId?: MemberId } & {
  [K in keyof Params]: { readonly kind: K; readonly params: Params[K] };
}[keyof Params];

/** What a client may think of, with the notebook open; nothing comes to mind where there is nothing. */
type Idea = (
  at: {
    readonly random: Random;
    readonly some: { readonly currencyCode: string; readonly points: number };
    readonly member: MemberId;
  } & Pick<Traffic, 'members' | 'notebook'>,
) => Asked | undefined;

const IDEAS: readonly (readonly [weight: number, idea: Idea])[] = [
  [26, ({ some }) => ({ kind: 'earn', params: { ...some, promotionCode: 'history' } })],
  [22, ({ some }) => ({ kind: 'spend', params: some })],
  [8, ({ some }) => ({ kind: 'hold', params: { ...some, minutes: 60 } })],
  [6, (at) => onHold(at.random, at.notebook, 'capture')],
  [3, (at) => onHold(at.random, at.notebook, 'release')],
  [6, ({ random, notebook }) => giveBack(random, notebook)],
  [5, ({ some }) => ({ kind: 'take-back', params: some })],
  [3, ({ some }) => ({ kind: 'credit', params: { ...some, reasonCode: 'history' } })],
  [3, ({ some }) => ({ kind: 'debit', params: { ...some, reasonCode: 'history' } })],
  [
    10,
    ({ random, some, member, members }) => {
      const toMemberId = random.pick(members.filter((one) => one !== member));
      const as = random.chance(30) ? 'gift' : 'transfer';
      return { kind: 'transfer-out', params: { ...some, toMemberId, as } };
    },
  ],
  [
    5,
    ({ random, some }) => {
      const [fromCode = '', toCode = ''] = random.chance(50) ? CODES : CODES.toReversed();
      return { kind: 'exchange', params: { fromCode, toCode, points: some.points } };
    },
  ],
  [1, () => ({ kind: 'expire', params: {} })],
  [1, () => ({ kind: 'repay', params: {} })],
];

/** The next thing that a client asks for. */
export function askFor(
  { members, notebook }: Pick<Traffic, 'members' | 'notebook'>,
  random: Random,
  member: MemberId,
): Asked {
  const some = { currencyCode: random.pick(CODES), points: 1 + random.int(40) };
  const place = random.weighted(IDEAS.map(([weight]) => weight));
  const idea = IDEAS[place]?.[1];
  const fallback = { kind: 'earn', params: { ...some, promotionCode: 'history' } } as const;
  return idea?.({ random, some, member, members, notebook }) ?? fallback;
}

function onHold(
  random: Random,
  { holds }: Notebook,
  kind: 'capture' | 'release',
): Asked | undefined {
  if (holds.length === 0) return undefined;
  const { memberId, holdId } = random.pick(holds);
  if (kind === 'release') return { kind, params: { holdId }, memberId };
  return { kind, params: { holdId, points: 1 + random.int(10) }, memberId };
}

function giveBack(random: Random, { spends }: Notebook): Asked | undefined {
  if (spends.length === 0) return undefined;
  const { memberId, currencyCode, operationId: ofOperationId } = random.pick(spends);
  const points = 1 + random.int(15);
  return { kind: 'give-back', params: { currencyCode, ofOperationId, points }, memberId };
}

/** Sends the operation, perhaps several times at once and through all servers, and notes what came. */
async function ask(
  traffic: Traffic,
  random: Random,
  { member, kind, params }: Asked & { readonly member: MemberId },
): Promise<void> {
  const call: LedgerCall = {
    operationId: uuidv7(Date.now(), random.bytes(10)),
    memberId: member,
    kind,
    params,
    receiptId: null,
    partnerCode: 'gastronom',
    occurredAt: Date.now(),
    zone: ZONE,
    attempts: [],
  };
  traffic.notebook.calls.push(call);
  traffic.onCall?.(call);
  const send = traffic.send ?? ((one: LedgerCall, { desk }: Server) => attempt(desk, one));
  // Jobs ask under a new id every time.
  const isJob = kind === 'expire' || kind === 'repay';
  const copies = !isJob && random.chance(50) ? 2 + random.int(COPIES_MAX - 1) : 1;
  const first = random.int(traffic.servers.length);
  await Promise.all(
    Array.from({ length: copies }, async (_, copy) => {
      const server = traffic.servers[(first + copy) % traffic.servers.length];
      if (copy > 0 && random.chance(30)) await sleep(random.int(PAUSE_MS));
      if (server !== undefined) await send(call, server);
    }),
  );
  remember(traffic.notebook, call, member);
}

/** One sending of a call; what came of it is written down. */
export async function attempt(desk: LedgerDesk, call: LedgerCall): Promise<Attempt> {
  const note: Attempt = {
    invokedAt: moment(),
    returnedAt: Number.POSITIVE_INFINITY,
    outcome: 'unknown',
    answer: null,
    refusedAs: null,
  };
  call.attempts.push(note);
  const item = itemOf(call, call.params);
  const isSending = call.kind === 'transfer-out' || call.kind.endsWith('merge-out');
  try {
    const answered = await (isSending ? desk.send(item) : desk.submit(item));
    note.answer = answered.answer;
    note.outcome = 'ok';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    note.refusedAs = error.code;
    note.outcome = 'fail';
  }
  note.returnedAt = moment();
  return note;
}

/** A moment that can be compared between processes of one machine. */
function moment(): number {
  return performance.timeOrigin + performance.now();
}

/** Notes what later operations may refer to. */
export function remember(notebook: Notebook, call: LedgerCall, memberId: MemberId): void {
  if (!call.attempts.some((one) => one.outcome === 'ok')) return;
  const { operationId } = call;
  if (call.kind === 'hold') notebook.holds.push({ memberId, holdId: operationId });
  if (call.kind !== 'spend') return;
  // Clients made it of this shape.
  const { currencyCode } = call.params as Params['spend'];
  notebook.spends.push({ memberId, currencyCode, operationId });
}

async function look(
  { servers, notebook }: Traffic,
  random: Random,
  memberId: MemberId,
): Promise<void> {
  const invokedAt = moment();
  const rows = await random.pick(servers).db.run(readAccounts(memberId));
  const returnedAt = moment();
  for (const row of rows) {
    notebook.reads.push({
      memberId,
      currencyCode: row.currency_code,
      seq: row.seq,
      balancePoints: row.balance - row.debt,
      invokedAt,
      returnedAt,
    });
  }
}

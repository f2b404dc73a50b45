import type { Secrets } from '#platform/secrets.ts';
import { terminalKey } from '#platform/terminal-keys.ts';
import { formatInstant, instant } from '#shared/time.ts';
import { basketOf } from '../../db/seed/basket.ts';
import { seedMembers } from '../../db/seed/people.ts';
import { type Random, randomOf } from '../../db/seed/random.ts';
import { STORES, terminalCodes } from '../../db/seed/stores.ts';
import { newOpId, signedHeaders } from '../../tools/demo/till.ts';
import type { Json } from './json.ts';
import { type Answer, send } from './send.ts';

/** A terminal and what it knows: enough to make requests that are right. */
export type Terminal = {
  readonly terminalCode: string;
  readonly partnerCode: string;
  readonly key: Uint8Array;
  readonly keyVersion: number;
};

/** A sale that is there, to be returned, cancelled or sent again. */
export type Sale = {
  readonly opId: string;
  readonly terminal: Terminal;
  readonly body: string;
  readonly receiptId: string;
  readonly bucket: number;
  readonly lineNo: number;
};

export const CONFIRM = '/pos/v1/receipts/confirm';
const MEMBERS = seedMembers(200);

/** Every terminal of the demo coalition with its key. */
export function allTerminals(secrets: Secrets): readonly Terminal[] {
  return STORES.flatMap((store) =>
    terminalCodes(store).map((terminalCode) => ({
      terminalCode,
      partnerCode: store.partnerCode,
      key: terminalKey(secrets, terminalCode, 1),
      keyVersion: 1,
    })),
  );
}

/** A request that the server would take, for any till route of the document. */
export function goodRequest(path: string, sale: Sale, random: Random): Json {
  const occurredAt = formatInstant(instant(Date.now()));
  const reference = { receiptId: sale.receiptId, bucket: sale.bucket, occurredAt };
  switch (path.split('/').at(-1)) {
    case 'calculate':
      return basket(sale.terminal, random);
    case 'confirm':
      return { ...basket(sale.terminal, random), receiptNumber: `F-${random.int(1e9)}` };
    case 'return':
      return {
        ...reference,
        returnNumber: `R-${random.int(1e9)}`,
        lines: [{ lineNo: sale.lineNo, quantityMilli: 10 }],
      };
    case 'cancel':
      return { ...reference, reason: 'передумал' };
    case 'balance':
      return { card: random.pick(MEMBERS).card };
    case 'register':
      return {
        phone: `+7902${String(random.int(10_000_000)).padStart(7, '0')}`,
        firstName: 'Ёжик',
        lastName: 'Туманный',
        birthDate: '1975-10-27',
      };
    default:
      throw new Error(`no good request is known for ${path}`);
  }
}

function basket(terminal: Terminal, random: Random) {
  const lines = basketOf(terminal.partnerCode, random).map((line) => ({
    ...line,
    name: 'Сыр «Х»',
  }));
  return {
    occurredAt: formatInstant(instant(Date.now())),
    channel: 'store',
    member: { card: random.pick(MEMBERS).card },
    lines,
    payments: [{ method: 'card', kopecks: 10_000 }],
    coupons: ['SPRING'],
    spendPoints: 0,
    explain: random.chance(20),
  };
}

/** Signs bytes as the terminal would and sends them. */
export function sendSigned(
  address: string,
  terminal: Terminal,
  call: {
    readonly path: string;
    readonly bytes: Buffer;
    readonly opId?: string;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Answer> {
  const { path, bytes, opId = newOpId() } = call;
  const time = Date.now();
  const signed = signedHeaders(terminal, { path, body: bytes, opId, time, count: time });
  return send(address, {
    method: 'POST',
    path,
    headers: { ...signed, ...call.headers },
    body: bytes,
  });
}

/** Sells through the door, so that there are points, receipts and ids to play with. */
export async function makeSales(
  address: string,
  terminals: readonly Terminal[],
  count: number,
): Promise<readonly Sale[]> {
  const random = randomOf('fuzz-sales');
  const sales: Sale[] = [];
  for (let place = 0; place < count; place += 1) {
    const terminal = random.pick(terminals);
    const request = { ...basket(terminal, random), receiptNumber: `G-${place}` };
    const opId = newOpId();
    const body = JSON.stringify(request);
    const answer = await sendSigned(address, terminal, {
      path: CONFIRM,
      bytes: Buffer.from(body),
      opId,
    });
    if (answer.status !== 200) throw new Error(`a good request was refused: ${answer.text}`);
    const { receiptId, bucket } = JSON.parse(answer.text);
    sales.push({ opId, terminal, body, receiptId, bucket, lineNo: request.lines[0]?.lineNo ?? 1 });
  }
  return sales;
}

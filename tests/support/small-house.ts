import { after } from 'node:test';
import type { ConfirmAnswer, ConfirmRequest } from '#modules/receipts/contract.ts';
import { requestHash } from '#modules/receipts/index.ts';
import { loadConfig } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';
import { systemRandom } from '#platform/random.ts';
import { deriveSecrets } from '#platform/secrets.ts';
import { present } from '#shared/assert.ts';
import { uuidv7 } from '#shared/ids.ts';
import { formatInstant } from '#shared/time.ts';
import { type House, openHouse } from '../../src/app/house.ts';
import { aClock, type FakeClock } from './clock.ts';
import { testDatabase } from './database.ts';
import { CARDS, KGD, smallCoalition } from './small-coalition.ts';

/** The house without its HTTP front, over the small coalition. */
export type SmallHouse = {
  readonly house: House;
  readonly clock: FakeClock;
  readonly newId: () => string;
  /** A till's call at the grocery; the body's hash is that of its JSON. */
  readonly call: <Request>(
    request: Request,
    opId?: string,
  ) => {
    readonly opId: string;
    readonly terminal: ReturnType<House['directory']['current']>['terminals'][number];
    readonly requestHash: Buffer;
    readonly request: Request;
  };
  /** Confirms a receipt and reads the answer. */
  readonly confirm: (request: ConfirmRequest) => Promise<ConfirmAnswer>;
};

/** Opens it at noon in Moscow on 2 March 2026; closed when the file's tests are over. */
export async function smallHouse(): Promise<SmallHouse> {
  const { db, url } = await testDatabase();
  const clock = aClock();
  const secrets = deriveSecrets(new Uint8Array(32).fill(7));
  await smallCoalition({ db, clock, secrets });
  const config = loadConfig({ RATE_LIMITS: 'off', LOG_LEVEL: 'error' });
  const log = createLog(config.logLevel);
  const house = await openHouse({ config, databaseUrl: url, clock, secrets, log });
  after(() => house.close());
  const newId = () => uuidv7(clock.now(), systemRandom(10));
  const terminal = present(house.directory.current().terminalByCode.get(KGD), 'terminal');
  const call: SmallHouse['call'] = (request, opId = newId()) => ({
    opId,
    terminal,
    requestHash: requestHash(Buffer.from(JSON.stringify(request))),
    request,
  });
  return {
    house,
    clock,
    newId,
    call,
    async confirm(request) {
      const { answer } = await house.desk.confirm(call(request));
      const read: ConfirmAnswer = JSON.parse(answer);
      return read;
    },
  };
}

/** A receipt of bread for 100 ₽ by the first member, at the clock's time; show only what matters. */
export function aReceipt(clock: FakeClock, changes: Partial<ConfirmRequest> = {}): ConfirmRequest {
  return {
    receiptNumber: '1',
    occurredAt: formatInstant(clock.now()),
    member: { card: CARDS[0] ?? '' },
    lines: [{ lineNo: 1, sku: 'bread', quantityMilli: 1000, priceKopecks: 10_000 }],
    ...changes,
  };
}

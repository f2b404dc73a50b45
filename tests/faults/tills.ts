import { setTimeout as sleep } from 'node:timers/promises';
import type { Secrets } from '#platform/secrets.ts';
import { formatInstant, instant } from '#shared/time.ts';
import { basketOf } from '../../db/seed/basket.ts';
import { type SeedMember, seedMembers } from '../../db/seed/people.ts';
import { type Random, randomOf } from '../../db/seed/random.ts';
import { STORES, terminalCodes } from '../../db/seed/stores.ts';
import { newOpId } from '../../tools/demo/till.ts';
import type { Call, History } from './history.ts';
import { type FaultyTill, openFaultyTill } from './till.ts';

/** Tills that sell, take back, cancel and register all at once until they are told to stop. */
export type Crowd = {
  /** Lets every till finish: what is unknown is asked again until it is known. */
  readonly stop: () => Promise<void>;
};

type Setting = {
  readonly address: string;
  readonly secrets: Secrets;
  readonly history: History;
  readonly seed: string;
  readonly tills: number;
};

type Clerk = {
  readonly till: FaultyTill;
  readonly partnerCode: string;
  readonly random: Random;
  readonly history: History;
  /** Confirmed sales of this till that may still come back. */
  readonly sales: Sale[];
  serial: number;
};

type Sale = {
  readonly receiptId: string;
  readonly bucket: number;
  readonly lines: readonly { readonly lineNo: number; readonly quantityMilli: number }[];
};

/** Few enough to meet each other at several tills at once. */
const BUYERS = seedMembers(24);
const THINK_MS = 30;
const RETRY_MS = 120;
const GIVE_UP_MS = 90_000;

/** Sends the tills to work. */
export function openCrowd(setting: Setting): Crowd {
  let isStopping = false;
  const places = STORES.flatMap((store) =>
    terminalCodes(store).map((code) => ({ code, partnerCode: store.partnerCode })),
  ).filter((_, place) => place % 4 === 0);
  const work = places.slice(0, setting.tills).map(async ({ code, partnerCode }) => {
    const till = openFaultyTill({ ...setting, terminalCode: code });
    const random = randomOf(`${setting.seed}-${code}`);
    const clerk: Clerk = {
      till,
      partnerCode,
      random,
      history: setting.history,
      sales: [],
      serial: 0,
    };
    while (!isStopping) {
      await actOnce(clerk);
      await sleep(random.int(THINK_MS));
    }
    till.close();
  });
  return {
    async stop() {
      isStopping = true;
      await Promise.all(work);
    },
  };
}

async function actOnce(clerk: Clerk): Promise<void> {
  clerk.serial += 1;
  const act = clerk.random.weighted([60, 18, 8, 4, 4, 6]);
  if (act === 1) return giveBack(clerk);
  if (act === 2) return cancelSale(clerk);
  if (act === 3) return cancelUnborn(clerk);
  if (act === 4) return register(clerk);
  if (act === 5) return askAgain(clerk);
  return sell(clerk);
}

async function sell(
  clerk: Clerk,
  opId = newOpId(),
  buyer: SeedMember | null = buyerOf(clerk),
): Promise<void> {
  const { random, partnerCode, till } = clerk;
  const lines = basketOf(partnerCode, random);
  const spendPoints = buyer !== null && random.chance(25) ? 1 + random.int(30) : 0;
  const call = await settle(clerk, {
    opId,
    kind: 'confirm',
    path: '/pos/v1/receipts/confirm',
    body: {
      occurredAt: now(),
      ...(buyer === null ? {} : { member: { card: buyer.card } }),
      lines,
      ...(spendPoints === 0 ? {} : { spendPoints }),
      receiptNumber: `${till.terminalCode}-${clerk.serial}`,
    },
  });
  if (call.outcome !== 'ok') return;
  const { receiptId, bucket } = JSON.parse(call.answers[0] ?? '{}');
  clerk.sales.push({ receiptId, bucket, lines });
}

async function giveBack(clerk: Clerk): Promise<void> {
  const sale = takeSale(clerk);
  if (sale === undefined) return sell(clerk);
  const line = clerk.random.pick(sale.lines);
  const quantityMilli = Math.max(1, Math.floor(line.quantityMilli / (1 + clerk.random.int(3))));
  const { receiptId, bucket } = sale;
  const call = await settle(clerk, {
    opId: newOpId(),
    kind: 'return',
    path: '/pos/v1/receipts/return',
    body: {
      receiptId,
      bucket,
      occurredAt: now(),
      returnNumber: `${clerk.till.terminalCode}-R${clerk.serial}`,
      lines: [{ lineNo: line.lineNo, quantityMilli }],
    },
  });
  // Some come back once more: the same line again may be more than was bought, which must be refused.
  if (call.outcome === 'ok' && clerk.random.chance(50)) clerk.sales.push(sale);
}

async function cancelSale(clerk: Clerk): Promise<void> {
  const sale = takeSale(clerk);
  if (sale === undefined) return sell(clerk);
  await cancel(clerk, { receiptId: sale.receiptId, bucket: sale.bucket });
}

/**
 * The till gives up on a purchase before it was ever confirmed; the confirm that comes late is refused.
 * Both name the same buyer, or none: that is where the server looks for the purchase.
 */
async function cancelUnborn(clerk: Clerk): Promise<void> {
  const opId = newOpId();
  const buyer = buyerOf(clerk);
  const member = buyer === null ? {} : { member: { card: buyer.card } };
  await cancel(clerk, { receiptId: opId, member: {}, ...member });
  if (clerk.random.chance(50)) await sell(clerk, opId, buyer);
}

async function cancel(clerk: Clerk, what: object): Promise<void> {
  await settle(clerk, {
    opId: newOpId(),
    kind: 'cancel',
    path: '/pos/v1/receipts/cancel',
    body: { ...what, occurredAt: now() },
  });
}

async function register(clerk: Clerk): Promise<void> {
  const number = clerk.random.int(10_000_000);
  await settle(clerk, {
    opId: newOpId(),
    kind: 'register',
    path: '/pos/v1/members/register',
    body: { phone: `+7901${String(number).padStart(7, '0')}`, firstName: 'Фёкла' },
  });
}

/** An old call once more, byte for byte: the stored answer must come back. */
async function askAgain(clerk: Clerk): Promise<void> {
  const own = clerk.history
    .settled('ok')
    .filter((call) => call.terminalCode === clerk.till.terminalCode);
  if (own.length > 0) await clerk.till.send(clerk.random.pick(own));
}

async function settle(
  clerk: Clerk,
  asked: Pick<Call, 'opId' | 'kind' | 'path'> & { readonly body: object },
): Promise<Call> {
  const call = clerk.history.invoke({
    ...asked,
    body: JSON.stringify(asked.body),
    terminalCode: clerk.till.terminalCode,
  });
  const deadline = performance.now() + GIVE_UP_MS;
  await clerk.till.send(call);
  while (call.outcome === 'unknown' && performance.now() < deadline) {
    await sleep(RETRY_MS);
    await clerk.till.send(call);
  }
  return call;
}

function buyerOf({ random }: Clerk): SeedMember | null {
  return random.chance(75) ? random.pick(BUYERS) : null;
}

function takeSale(clerk: Clerk): Sale | undefined {
  if (clerk.sales.length === 0) return undefined;
  return clerk.sales.splice(clerk.random.int(clerk.sales.length), 1)[0];
}

function now(): string {
  return formatInstant(instant(Date.now()));
}

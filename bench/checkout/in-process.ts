import { hash } from 'node:crypto';
import type { Terminal } from '#modules/partners/core/index.ts';
import { type House, openHouse } from '../../src/app/house.ts';
import type { BenchMember } from './members.ts';
import type { Pick } from './picks.ts';
import { benchOpId, benchReceipt } from './receipt.ts';
import type { Site } from './site.ts';

/** Receipts made durable in a span of time. */
export type Flow = { readonly receipts: number; readonly perSecond: number };

const IN_FLIGHT = 256;

/** Opens the writers without HTTP, lets `work` use them, closes them. */
export async function withHouse<T>(site: Site, work: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse(site.surroundings);
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

/** Confirms receipts through the desk, 256 in flight, for so many seconds. */
export async function confirmFor(
  house: House,
  buyers: { readonly members: readonly BenchMember[]; readonly pick: Pick },
  seconds: number,
): Promise<Flow> {
  const terminals = house.directory.current().terminals;
  const started = performance.now();
  const end = started + seconds * 1000;
  let receipts = 0;
  const hand = async (place: number): Promise<void> => {
    const terminal = terminals[place % terminals.length];
    if (terminal === undefined) throw new Error('the demo has no terminals');
    while (performance.now() < end) {
      await confirmOne(house, terminal, buyers.members[buyers.pick()]?.card ?? '');
      receipts += 1;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, (_, place) => hand(place)));
  return { receipts, perSecond: (receipts * 1000) / (performance.now() - started) };
}

async function confirmOne(house: House, terminal: Terminal, card: string): Promise<void> {
  const request = benchReceipt(card);
  const opId = benchOpId();
  const requestHash = hash('sha256', opId, 'buffer');
  await house.desk.confirm({ opId, terminal, requestHash, request });
}

import type { LedgerDesk } from '#modules/ledger/index.ts';
import type { Draw } from './operations.ts';

/** What was made durable in a span of time. */
export type Flow = { readonly count: number; readonly perSecond: number };

const IN_FLIGHT = 256;

/** Makes transfers through the desk, 256 in flight, for so many seconds. A refusal ends the bench. */
export async function transferFor(desk: LedgerDesk, draw: Draw, seconds: number): Promise<Flow> {
  return keepBusy(IN_FLIGHT, seconds, async () => {
    const { kind, item } = draw();
    await (kind === 'send' ? desk.send(item) : desk.submit(item));
  });
}

/** Runs `work` again and again, so many at a time, until the time is over. */
export async function keepBusy(
  hands: number,
  seconds: number,
  work: () => Promise<void>,
): Promise<Flow> {
  const started = performance.now();
  const end = started + seconds * 1000;
  let count = 0;
  const hand = async (): Promise<void> => {
    while (performance.now() < end) {
      await work();
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return { count, perSecond: (count * 1000) / (performance.now() - started) };
}

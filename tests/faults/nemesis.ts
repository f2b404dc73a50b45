import { setTimeout as sleep } from 'node:timers/promises';
import { randomOf } from '../../db/seed/random.ts';
import type { KillableServer } from './server.ts';

/** What is killed: the server, its database, both at one moment, or a server that is still starting. */
export type Blow = 'node' | 'postgres' | 'both' | 'node-while-starting';

/** One blow and how long it took until the house served again. */
export type Struck = { readonly blow: Blow; readonly afterMs: number; readonly readyMs: number };

const CALM_MS = 250;
const CALM_SPREAD_MS = 500;
const STARTING_MS = 900;

/** When to strike: the same seed gives the same moments. */
export function planBlows(
  seed: string,
  counts: Readonly<Record<Blow, number>>,
): readonly { readonly blow: Blow; readonly afterMs: number; readonly againAfterMs: number }[] {
  const random = randomOf(`nemesis-${seed}`);
  const left = new Map<Blow, number>([
    ['node', counts.node],
    ['postgres', counts.postgres],
    ['both', counts.both],
    ['node-while-starting', counts['node-while-starting']],
  ]);
  const total = [...left.values()].reduce((sum, count) => sum + count, 0);
  return Array.from({ length: total }, () => {
    const blows = [...left.keys()];
    const blow = blows[random.weighted([...left.values()])] ?? 'node';
    left.set(blow, (left.get(blow) ?? 0) - 1);
    const afterMs = CALM_MS + random.int(CALM_SPREAD_MS);
    return { blow, afterMs, againAfterMs: random.int(STARTING_MS) };
  });
}

/** Waits, strikes, and brings the house up again. */
export async function strike(
  server: KillableServer,
  planned: ReturnType<typeof planBlows>[number],
): Promise<Struck> {
  const { blow, afterMs, againAfterMs } = planned;
  await sleep(afterMs);
  const started = performance.now();
  if (blow === 'postgres') {
    server.killPostgres();
    // The server's own watch brings it up again; until then it may still say "ready" for a moment.
    await sleep(20);
  } else {
    await server.killNode();
    if (blow === 'both') server.killPostgres();
    server.start();
  }
  if (blow === 'node-while-starting') {
    await sleep(againAfterMs);
    await server.killNode();
    server.start();
  }
  await server.untilReady();
  return { blow, afterMs, readyMs: Math.round(performance.now() - started) };
}

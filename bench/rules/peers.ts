import type { Facts } from '#modules/promotions/core/index.ts';
import { asPromotion } from './as-promotion.ts';
import { openJsonRulesEngine } from './json-rules-engine.ts';
import { openNaive } from './naive.ts';
import { type Ours, openOurs } from './ours.ts';
import { simpleRulesOf } from './simple-rules.ts';
import { type Peer, type Sums, sumsOf } from './sums.ts';
import { openZen } from './zen.ts';

/** The engines beside ours. */
export const PEERS = ['naive', 'zen', 'jsonRulesEngine', 'jsonRulesEngineBeside'] as const;
export type PeerName = (typeof PEERS)[number];

/** All engines on the same promotions and baskets. */
export type Contest = { readonly ours: Ours; readonly peers: Readonly<Record<PeerName, Peer>> };

export function openContest(seed: string, count: number, baskets: readonly Facts[]): Contest {
  const rules = simpleRulesOf(seed, count);
  return {
    ours: openOurs(rules.map(asPromotion), baskets),
    peers: {
      naive: openNaive(rules, baskets),
      zen: openZen(rules, baskets),
      jsonRulesEngine: openJsonRulesEngine(rules, baskets, 'in-rules'),
      jsonRulesEngineBeside: openJsonRulesEngine(rules, baskets, 'beside'),
    },
  };
}

/**
 * Holds the sums of every peer against ours, explained and not.
 * @throws Error at the first basket on which they differ: then nothing can be compared
 */
export async function assertAgreed({ ours, peers }: Contest, baskets: number): Promise<void> {
  for (let place = 0; place < baskets; place += 1) {
    const expected = textOf(sumsOf(ours.evaluate(place, true)));
    assertSame(expected, {
      place,
      name: 'ours, not explained',
      sums: sumsOf(ours.evaluate(place, false)),
    });
    for (const name of PEERS) {
      assertSame(expected, { place, name, sums: await peers[name].decide(place) });
    }
  }
}

type Answer = { readonly place: number; readonly name: string; readonly sums: Sums };

function assertSame(expected: string, { place, name, sums }: Answer): void {
  const text = textOf(sums);
  if (text !== expected) throw new Error(`basket ${place}: ours ${expected}; ${name} ${text}`);
}

function textOf({ discountKopecks, points }: Sums): string {
  return `${discountKopecks} kopecks off, ${points} points`;
}

import type { Ask, TwinAnswer } from './twin/asks.ts';
import type { View } from './view.ts';

/** The product's ledger, behind whatever door it is driven through. */
export type Ledger = {
  readonly apply: (ask: Ask) => Promise<TwinAnswer>;
  readonly view: (memberId: number) => Promise<View>;
};

/** Parameters as the product takes them: a receiving leg carries the whole transit. */
export function productParams(ask: Ask, transitById: ReadonlyMap<string, unknown>): unknown {
  if (!('transit' in ask.params)) return ask.params;
  return { transit: transitById.get(ask.params.transit.id) ?? ask.params.transit };
}

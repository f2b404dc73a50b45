import type { PolicyEntry } from '../language/policy.ts';
import type { Policy } from '../language/stacking-shape.ts';
import { bestDeal } from './best-deal.ts';
import { bestForBuyer } from './best-for-buyer.ts';
import { bestPerLine } from './best-per-line.ts';
import { chain } from './chain.ts';
import { choice } from './choice.ts';
import { firstByPriority } from './first-by-priority.ts';
import { leastCost } from './least-cost.ts';
import { sum } from './sum.ts';

/** Every way in which the promotions of a group may get on. */
export const POLICIES: Readonly<Record<Policy, PolicyEntry>> = {
  'best-deal': bestDeal,
  'best-for-buyer': bestForBuyer,
  'best-per-line': bestPerLine,
  chain,
  choice,
  'first-by-priority': firstByPriority,
  'least-cost': leastCost,
  sum,
};

import { kopecks } from '#shared/money.ts';
import { points } from '#shared/points.ts';
import { shareInto } from '../basket/numbers.ts';
import type { Funding } from '../decision.ts';
import type { Play, PlayBook } from '../play/play.ts';

/** Who pays for what: promotions by code, parties as written. */
export function closeFunding(plays: PlayBook): readonly Funding[] {
  const order = inOrder(plays);
  let funding: Funding[] | null = null;
  for (let i = 0; i < order.length; i += 1) {
    const play = order[i];
    if (play === undefined) continue;
    const earned = earnedBy(play);
    if (play.discount === 0 && earned.length === 0) continue;
    if (play.rule.funding.length > 1)
      funding = [...(funding ?? []), ...sharedFunding(play, earned)];
    else if (funding === null) funding = [soleFunding(play, earned)];
    else funding.push(soleFunding(play, earned));
  }
  return funding ?? NO_FUNDING;
}

const NO_FUNDING: readonly Funding[] = [];

type Earned = Funding['points'];

/** By number, each put in its place: there are few, and a sort would call back for each pair. */
function inOrder(plays: PlayBook): readonly Play[] {
  const order = plays.records.slice(0, plays.count);
  for (let i = 1; i < order.length; i += 1) {
    const play = order[i];
    if (play === undefined) continue;
    let place = i;
    for (; place > 0; place -= 1) {
      const before = order[place - 1];
      if (before === undefined || before.rule.number < play.rule.number) break;
      order[place] = before;
    }
    order[place] = play;
  }
  return order;
}

/** Points given by currency, by code; what was taken is nobody's cost. */
function earnedBy(play: Play): Earned {
  const [only] = play.points;
  if (only === undefined) return NOTHING;
  if (play.points.length === 1) {
    const { currencyCode, points: given } = only;
    return given > 0 ? [{ currencyCode, points: points(given) }] : NOTHING;
  }
  const sums = new Map<string, number>();
  for (const { currencyCode, points: given } of play.points) {
    if (given > 0) sums.set(currencyCode, (sums.get(currencyCode) ?? 0) + given);
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currencyCode, sum]) => ({ currencyCode, points: points(sum) }));
}

const NOTHING: Earned = [];

function soleFunding({ rule, discount }: Play, earned: Earned): Funding {
  return {
    promotionCode: rule.code,
    partyCode: rule.funding[0]?.partyCode ?? '',
    kopecks: kopecks(discount),
    points: earned,
  };
}

function sharedFunding({ rule, discount }: Play, earned: Earned): Funding[] {
  const weights = Float64Array.from(rule.funding, ({ shareBasisPoints }) => shareBasisPoints);
  const share = (total: number) => {
    const parts = new Float64Array(weights.length);
    shareInto(parts, { total, weights, count: weights.length });
    return parts;
  };
  const money = share(discount);
  const given = earned.map((one) => ({ ...one, parts: share(one.points) }));
  return rule.funding.map(({ partyCode }, i) => ({
    promotionCode: rule.code,
    partyCode,
    kopecks: kopecks(money[i] ?? 0),
    points: given.map(({ currencyCode, parts }) => ({
      currencyCode,
      points: points(parts[i] ?? 0),
    })),
  }));
}

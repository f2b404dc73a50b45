import { searchDeal } from '../deals/search-deal.ts';
import type { Judging, PolicyEntry } from '../language/policy.ts';
import type { Seat } from '../play/seat.ts';
import { stretchOf } from '../select/planned-part.ts';

/** Sets compete for the goods: one plan of the greatest value for all; who has a set in it wins. */
export const bestDeal: PolicyEntry = {
  code: 'best-deal',
  title: { ru: 'лучший расклад наборов', en: 'the best plan of sets' },
  usesBase: true,
  isForAll: false,
  judge,
};

function judge(standers: readonly Seat[], { view }: Judging): void {
  const wishing = standers.flatMap((seat) => {
    const { rule, setsMax } = seat;
    const spec = rule.sets;
    return spec === null ? [] : [{ seat, wish: { spec, sight: rule.sight, setsMax } }];
  });
  if (wishing.length === 0) return;
  const { basket } = view;
  const own = { ...view, prices: basket.slices.base };
  const deal = searchDeal(
    own,
    wishing.map(({ wish }) => wish),
  );
  const promotionCodes = wishing.map(({ seat }) => seat.rule.code);
  // The search is told once, by whichever of its winners applies first.
  const search = { ...deal.found, promotionCodes };
  wishing.forEach(({ seat }, at) => {
    const part = deal.parts[at];
    if (part === undefined || part.sets === 0) return;
    seat.isWinner = true;
    seat.search = search;
    const stretches = part.slices.map((one) => stretchOf(basket, one));
    seat.plan = { sets: part.sets, stretches };
  });
  const first = standers.find((seat) => seat.isWinner);
  for (const seat of standers) if (!seat.isWinner) seat.outbidBy = first?.rule ?? null;
}

import { Type } from 'typebox';
import { lineEnd, reachAt, takeOffTogether } from '../give/give-money.ts';
import { defineEffect } from '../language/effect.ts';
import { CLOSED, kopecksParam } from '../language/params.ts';
import type { Trial } from '../play/trial.ts';

/** Rounds each selected line down to whole roubles and the like, where it has room for it. */
export const roundDownLines = defineEffect({
  code: 'round-down-lines',
  title: {
    ru: 'округлить позиции вниз до {stepKopecks}',
    en: 'round lines down to {stepKopecks}',
  },
  params: Type.Object({ stepKopecks: kopecksParam({ ru: 'Шаг', en: 'Step' }, 2) }, CLOSED),
  kind: 'price',
  phases: [6],
  needs: () => ['lines'],
  prepare: ({ stepKopecks }) => stepKopecks,
  apply: (step, trial) => {
    for (let from = 0; from < trial.selection.count; ) {
      const to = lineEnd(trial, from);
      const kopecks = priceOfLine(trial, from) % step;
      let reach = 0;
      for (let place = from; place < to; place += 1) reach += reachAt(trial, place);
      if (kopecks <= reach) takeOffTogether(trial, { from, to, kopecks });
      from = to;
    }
  },
});

/** What the whole line costs now, on which the targets at a place stand. */
function priceOfLine({ basket, selection }: Trial, place: number): number {
  const { price, first, line } = basket.slices;
  const own = line[selection.slice[place] ?? 0] ?? 0;
  const end = first[own + 1] ?? 0;
  let total = 0;
  for (let slice = first[own] ?? 0; slice < end; slice += 1) total += price[slice] ?? 0;
  return total;
}
